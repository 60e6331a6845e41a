import * as z from 'zod';
import {
  choice,
  documentedAt,
  flag,
  image,
  list,
  longText,
  requiredChoice,
  requiredText,
  secretText,
  text,
  turnNumber,
  wholeNumber,
} from '../../../../kit/fields';
import { sources } from '../../sources';

const methods = {
  None: 'Nothing is asked',
  Password: 'Password of the settings',
  KBA: 'Knowledge-based (KBA)',
  KBAPlusPassword: 'Knowledge-based and password',
  SMS: 'Text message (SMS)',
};

const names = {
  SignerId: text(
    'Signer ID',
    'ID of the signer, a GUID. The class calls it SignerID, the sample SignerId.',
    '516e0000-0000-4000-8000-000000000021',
  ),
  Sequence: turnNumber('Sequence', 'Order of signing when the session is sequential.', 0, 1).meta({
    onlyWith: { key: 'SessionInfo', item: 'UseSequence', above: 1, values: [1] },
  }),
  FirstName: text('First name', 'First name of the signer.', 'Ann'),
  LastName: requiredText('Last name', 'Last name of the signer.', 'Lee'),
  EmailAddress: text(
    'E-mail',
    'E-mail address of the signer. Optional by its class, but the API wants a valid one of every signer.',
    'ann@example.com',
  ),
};

const role = {
  title: 'Role',
  description: 'Role by which the signer is assigned to the fields of a template: "Seller 1", "Buyer 1" and so on.',
  examples: ['Seller 1', 'Buyer 1'],
};

const optional = {
  AuthMethod: choice(methods, 'Authentication', 'How the signer proves who they are.'),
  AuthMethods: list(
    requiredChoice(methods, 'Method', 'One of the ways in which the signer proves who they are.'),
    'Authentication methods',
    'Several methods. Samples always send a list, if only an empty one.',
    'Method',
  ),
  AuthenticationSettings: z
    .looseObject({ Password: secretText('Password', 'What the signer has to enter.') })
    .optional()
    .meta({
      title: 'Authentication settings',
      description:
        'Password, in-person signing and phone number for text messages. Only Password is known by its name.',
    }),
  Properties: z
    .looseObject({
      DisableEditName: choice(
        { 0: 'No', 1: 'Yes' },
        'Disable editing of the name',
        '1: the signer cannot change their name.',
      ),
    })
    .optional()
    .meta({ title: 'Properties', description: 'Further properties as keys and values.' }),
  MergeFieldMapping: z
    .record(z.string(), z.string())
    .optional()
    .meta({
      title: 'Merge fields',
      description: 'Values for the merge fields of the template, by the name of the field.',
      examples: [{ CompanyName: 'RED', 'Job Title': 'Manager' }],
    }),
  SignerEmailSubject: text('E-mail subject', 'Subject of the e-mail to this signer.', 'Please sign'),
  SignerEmailMessage: longText('E-mail message', 'Message in the e-mail to this signer.'),
  MandateDocUpload: flag('Upload required', 'The signer has to upload a document before completing the session.'),
  SignatureImageBase64: image('Signature image', 'Image of the signature, applied on behalf of the signer.'),
  InitialsImageBase64: image('Initials image', 'Image of the initials, applied on behalf of the signer.'),
  AutoApplySignature: flag(
    'Apply images by themselves',
    'The images are applied without a click of the signer; otherwise the signer has to click to sign.',
  ),
  FullName: text('Full name', 'Full name of the signer.', 'Ann Lee'),
  Contact: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ title: 'Contact', description: 'Contact information of the signer. Its properties are not documented.' }),
};

const codes = {
  StateCode: documentedAt(
    sources.invites,
    wholeNumber('State code', '0 in the sample. What it means is not documented.', 0),
  ),
  StatusCode: documentedAt(
    sources.webhook,
    wholeNumber(
      'Status code',
      '1 in the sample: 1 PendingInvite, 2 Invited, 3 InProgress, 4 Completed, 5 Cancelled, 6 Declined, 7 Delegated, 8 AuthenticationFailed.',
      1,
    ),
  ),
};

/** A signer of a new session: the class of the documentation, whose role is required. */
export const newSigner = documentedAt(
  sources.signer,
  z.object({
    ...names,
    SignerRole: z.string().min(1).meta(role),
    ...optional,
  }),
);

/** A signer who is in the session already. The documentation's own sample leaves the role out. */
export const knownSigner = documentedAt(
  sources.signer,
  z.object({
    ...names,
    ...codes,
    SignerRole: z.string().optional().meta(role),
    ...optional,
  }),
);

export type NewSigner = z.output<typeof newSigner>;
export type KnownSigner = z.output<typeof knownSigner>;
