import * as z from 'zod';
import { flag, list, longText, requiredText, secretText, text, timeText, wholeNumber } from '../../../../kit/fields';
import { returnUrl } from '../fields';
import { newSigner } from '../signers/signerFields';

const info = {
  TransactionId: text('Transaction ID', 'ID of the transaction in your own system.', 'TX-2031'),
  Description: longText('Message', 'The e-mail message to the signers. \\n begins a new line.'),
  UseSequence: z
    .literal([0, 1, 2])
    .optional()
    .meta({
      title: 'Sequence',
      description: 'Whether the signers sign one after the other. Suspended sends no invites.',
      labels: { 0: 'Non-sequential', 1: 'Sequential', 2: 'Suspended' },
      alsoAccepts: 'string',
    }),
  AllowDelegation: flag('Allow delegation', 'A signer may hand the session over to somebody else.'),
  CopyTo: text('Copy to', 'E-mail addresses that get the final documents, separated by commas.', 'user1@example.com'),
  EmailOptions: z
    .literal([0, 3])
    .optional()
    .meta({
      title: 'Documents by e-mail',
      description: 'How the final documents go to the addresses under "Copy to".',
      onlyWith: { key: 'CopyTo' },
      labels: { 0: 'As links', 3: 'As attachments' },
      alsoAccepts: 'string',
    }),
  FirstSigner: flag('Owner signs first', 'The owner of the session is its first signer.'),
  ExpiresOn: timeText(
    'Expires on',
    'When the session expires, at most 90 days ahead. .NET writes dates as /Date(milliseconds)/.',
    '/Date(1893456000000)/',
  ),
  ReminderFrequencyDays: wholeNumber(
    'Days between reminders',
    'How often signers are reminded, in days; more than 30 becomes 30.',
    2,
  ),
  SendSignerInvites: flag(
    'Send invites',
    'Signers are invited by e-mail when the session starts; true without it. With false you reach them on your own.',
  ),
  SendSessionRedirectUrl: text(
    'Redirect of the sender',
    'eSign 2.0 only: where the sender goes after pressing Send.',
    'https://example.com/sent',
    // As the documented request has it.
    'www.mysite.com',
  ),
  Password: secretText('Password', 'The session password.'),
  ClientID: text('Client ID', 'ID of the client.'),
  OwnerID: text('Owner ID', 'ID of the owner.'),
  OwnerName: text('Owner name', 'Name of the owner.', 'Dana Agent'),
  OwnerEmail: text('Owner e-mail', 'E-mail address of the owner.', 'agent@example.com'),
  OwnerSignature: text('Owner signature', 'The owner’s signature as text.'),
};

const document = z.object({
  FileName: requiredText('File name', 'Name of the file.', 'Test.docx'),
  FileBytes: z
    .string()
    .optional()
    .meta({
      title: 'File',
      description: 'The file itself; all files of a call together have at most 100 MB.',
      widget: 'fileBase64',
      extensions: ['pdf', 'docx', 'doc'],
    }),
  FormId: text('Template', 'The value given in the configuration of the templates.'),
  FormTag: text('Template tag', 'Tag of the template.', 'Tag2'),
  HasAnchorTags: flag('Anchor tags', 'The document is searched for anchor tags.'),
  AnchorTagsAdjustmentCategory: text(
    'Adjustment of anchor tags',
    'Category by which anchor tags are adjusted, set up for the client beforehand.',
  ),
  Sequence: wholeNumber('Sequence', 'Place of the document in the session.', 1),
});

const signers = list(newSigner, 'Signers', 'Who signs.', 'Signer', {
  initial: [{ FirstName: '', LastName: '', EmailAddress: '', SignerRole: '' }],
});

const documents = list(document, 'Documents', 'What is signed.', 'Document');

export const newSession = z
  .object({
    SessionInfo: z
      .object({
        Title: requiredText('Title', 'Title of the session.', 'New Session'),
        ReturnURL: returnUrl,
        ...info,
      })
      .meta({ title: 'Session', description: 'How the session is called, sent and signed.' }),
    Documents: documents,
    Signers: signers,
  })
  .meta({ title: 'Session', description: 'The session with its documents and signers.' });

/** What is added to a session. Two samples of the documentation name it in two places. */
export const sessionUpdate = z
  .object({
    Id: text('Session ID', 'ID of the session that is updated.', '5e551011-0000-4000-8000-000000000001').meta({
      refersTo: 'sessions',
    }),
    SessionInfo: z
      .object({
        Id: text('Session ID', 'Another sample has the ID of the session here.'),
        RemoveUnassignedSignerRoles: flag(
          'Remove unassigned roles',
          'Signer roles of the documents that no signer takes are removed.',
        ),
        SendSessionRedirectUrl: info.SendSessionRedirectUrl,
      })
      .optional()
      .meta({ title: 'Session', description: 'What changes for the session as a whole.' }),
    Documents: documents,
    Signers: signers,
  })
  .meta({ title: 'Session', description: 'The documents and signers that are added.' });

export type NewSession = z.output<typeof newSession>;
export type NewDocument = z.output<typeof document>;
