import * as z from 'zod';
import { choice, flag, list, longText, text } from '../../../../kit/fields';
import { document } from '../documents/documentFields';
import { freeForm, languageField, optionalText } from '../fields';
import { role } from '../roles/roleFields';

const handOver = z
  .object({
    href: text('Address', 'Where the signer goes after completing.', 'https://www.example.com/done'),
    text: text('Text', 'Text of the button.', 'Back to the portal'),
    title: text('Hover text', 'Shown when the pointer rests on the button.'),
    autoRedirect: z.boolean().nullable().optional().meta({
      title: 'Redirect by itself',
      description: 'The signer need not press the button.',
      nullLabel: 'Not set',
    }),
    parameters: list(z.string(), 'Parameters', 'Parameters added to the address.', 'Parameter'),
  })
  .nullable()
  .optional()
  .meta({
    title: 'Hand over',
    description: 'Where the signer goes after completing the transaction.',
    nullLabel: 'None',
  });

const settings = z
  .object({
    ceremony: z
      .object({
        handOver,
        inPerson: z.boolean().nullable().optional().meta({
          title: 'In person',
          description: 'Signers sign on the sender’s device.',
          nullLabel: 'Not set',
        }),
        declineButton: z.boolean().nullable().optional().meta({
          title: 'Decline button',
          description: 'Signers can decline.',
          nullLabel: 'Not set',
        }),
        declineReasons: list(z.string(), 'Decline reasons', 'Reasons to choose from.', 'Reason'),
        optOutButton: z.boolean().nullable().optional().meta({
          title: 'Opt-out button',
          description: 'Signers can opt out of signing electronically.',
          nullLabel: 'Not set',
        }),
      })
      .optional()
      .meta({ title: 'Ceremony', description: 'How signing looks to the signer. The API has many more settings.' }),
  })
  .optional()
  .meta({ title: 'Settings', description: 'Settings of the package.' });

const statusMeanings = {
  DRAFT: 'Can be changed; nobody is told.',
  SENT: 'The signers are told and can sign.',
  COMPLETED: 'Everybody has signed.',
  ARCHIVED: 'Complete, and put away.',
  DECLINED: 'A signer has declined.',
  OPTED_OUT: 'A signer wants to sign on paper.',
  EXPIRED: 'The due day has passed.',
};

export const packageTypes = {
  PACKAGE: 'Package to be signed',
  TEMPLATE: 'Template of packages',
  LAYOUT: 'Layout of fields on a document',
};

export const packageStatuses = ['DRAFT', 'SENT', 'COMPLETED', 'ARCHIVED', 'DECLINED', 'OPTED_OUT', 'EXPIRED'] as const;

const statusLabels = {
  DRAFT: 'Draft',
  SENT: 'Sent',
  COMPLETED: 'Completed',
  ARCHIVED: 'Archived',
  DECLINED: 'Declined',
  OPTED_OUT: 'Opted out',
  EXPIRED: 'Expired',
};

/** What both creating and updating a package take. The description asks for a name, the examples do without. */
export const packageShape = {
  name: text('Name', 'Name of the package.', 'Example Package'),
  status: z
    .enum(packageStatuses)
    .optional()
    .meta({
      title: 'Status',
      description: 'SENT notifies the signers, DRAFT does not.',
      examples: ['DRAFT'],
      labels: statusLabels,
      meanings: statusMeanings,
    }),
  type: choice(packageTypes, 'Type', 'Only a package can be signed.', { examples: ['PACKAGE'] }),
  description: text('Description', 'What the package is about.', 'New Package'),
  emailMessage: longText('E-mail message', 'Included in the e-mails to the signers.'),
  language: languageField('Language of the package.'),
  due: z
    .string()
    .nullable()
    .optional()
    .meta({
      title: 'Due',
      description: 'When the package expires, date and time.',
      examples: ['2027-01-31T00:00:00Z'],
      nullLabel: 'Never',
    }),
  autocomplete: flag('Autocomplete', 'The package is completed without a review once everybody has signed.'),
  visibility: choice({ ACCOUNT: 'The account', SENDER: 'The sender' }, 'Visibility', 'Who sees the package.', {
    examples: ['ACCOUNT'],
  }),
  timezoneId: optionalText('Time zone', 'ID of the package’s time zone.', 'America/New_York'),
  notarized: flag('Notarized', 'The package is notarized.'),
  notaryRoleId: optionalText('Notary role', 'ID of the role that notarizes.'),
  sender: z
    .object({
      email: text('E-mail', 'E-mail address of the sender.'),
      firstName: text('First name', 'First name of the sender.'),
      lastName: text('Last name', 'Last name of the sender.'),
    })
    .optional()
    .meta({ title: 'Sender', description: 'Whose package it is; the caller’s without it.' }),
  settings,
  consent: optionalText('Consent', 'ID of the consent document.'),
  trashed: flag('In the trash', 'The package is in the trash, where it can be taken from again.'),
  data: freeForm({ title: 'Data', description: 'Metadata of the package.' }),
};

export const packageContent = z.object({
  ...packageShape,
  name: packageShape.name.meta({ initial: '' }),
  roles: list(role, 'Roles', 'Who signs.', 'Role', {
    initial: [{ type: 'SIGNER', signers: [{ email: '', firstName: '', lastName: '' }] }],
  }),
  documents: list(
    document,
    'Documents',
    'What is signed. Their files can only come with "Create a package with a document".',
    'Document',
  ),
});

export type PackageContent = z.output<typeof packageContent>;
