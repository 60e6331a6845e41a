import * as z from 'zod';
import { choice, colorText, flag, list, phoneText, requiredChoice, text } from '../../../../kit/fields';
import { sources } from '../../sources';
import { freeForm, languageField, specialTypes, timestamp } from '../fields';
import { knowledgeBasedAuthentication } from '../packages/knowledgeFields';
import { signerAuth } from './signerAuth';

const delivery = z
  .object({
    email: flag('E-mail', 'Completed documents are sent by e-mail.'),
    download: flag('Download', 'Completed documents can be downloaded.'),
    provider: flag('Provider', 'Completed documents go to the external integration.'),
  })
  .optional()
  .meta({ title: 'Delivery', description: 'How completed documents reach the signer.', source: sources.delivery });

const signature = z
  .object({
    handdrawn: text('Hand drawn', 'Image of the signature, base64.'),
    textual: z
      .object({ color: colorText('Colour', 'Colour of the signature.'), font: text('Font', 'Font of the signature.') })
      .nullable()
      .optional()
      .meta({ title: 'Textual', description: 'Style of a typed signature.', nullLabel: 'None' }),
  })
  .nullable()
  .optional()
  .meta({ title: 'Signature', description: 'Style of the signature.', nullLabel: 'None' });

const address = z
  .object({
    address1: text('Address, line 1', 'First line.'),
    address2: text('Address, line 2', 'Second line.'),
    city: text('City', 'City.'),
    state: text('State', 'State or province.'),
    zipcode: text('ZIP code', 'ZIP or postal code.'),
    country: text('Country', 'Country.'),
  })
  .nullable()
  .optional()
  .meta({ title: 'Address', description: 'Address of the signer.', nullLabel: 'None' });

const external = z
  .object({
    id: text('ID', 'ID at the external integration.'),
    provider: text('Provider', 'Provider method.'),
    providerName: text('Provider name', 'Name of the provider.'),
    data: freeForm({ title: 'Data', description: 'Metadata of the provider.' }),
  })
  .nullable()
  .optional()
  .meta({ title: 'External', description: 'External integration that the signer comes from.', nullLabel: 'None' });

const member = z.object({
  userId: text('Role ID', 'ID of the member’s role.', 'member-role-id-1'),
  memberType: choice(
    {
      REGULAR: 'Member of an account’s group',
      MANAGER: 'Manager of an account’s group',
      SIGNER: 'Can be selected to sign',
      AD_HOC_GROUP_MEMBER: 'Must sign if selected',
    },
    'Kind',
    'AD_HOC_GROUP_MEMBER must sign if selected, SIGNER can be selected to sign.',
  ),
  email: text('E-mail', 'E-mail address of the member.'),
  firstName: text('First name', 'First name of the member.'),
  lastName: text('Last name', 'Last name of the member.'),
  pending: z.boolean().nullable().optional().meta({
    title: 'Pending',
    description: 'The member has not joined yet.',
    nullLabel: 'Not set',
  }),
});

const group = z
  .object({
    id: text('ID', 'Unique ID of the group.'),
    name: text('Name', 'Name of the group.'),
    email: text('E-mail', 'E-mail address of the group.'),
    emailMembers: flag('E-mail members', 'Members get e-mails themselves.'),
    members: list(member, 'Members', 'Members of the group, one of whom signs.', 'Member'),
    reciprocalDelegation: flag('Reciprocal delegation', 'Members may sign for each other.'),
    account: freeForm({ title: 'Account', description: 'The account that the group belongs to.' }),
    data: freeForm({ title: 'Data', description: 'Values of your own.' }),
    created: timestamp('Created', 'Set by the API.'),
    updated: timestamp('Updated', 'Set by the API.'),
  })
  .nullable()
  .optional()
  .meta({
    title: 'Group',
    description: 'For signers of type GROUP_SIGNER or AD_HOC_GROUP_SIGNER.',
    nullLabel: 'None',
    onlyWith: { key: 'signerType', values: ['GROUP_SIGNER', 'AD_HOC_GROUP_SIGNER'] },
  });

const translation = z.object({
  id: text('ID', 'ID of the translation.'),
  language: languageField('Language of the translation.'),
  name: text('Name', 'Name of the field in this language.'),
  description: text('Description', 'Description of the language.'),
  data: freeForm({ title: 'Data', description: 'Metadata of the translation.' }),
});

const customField = {
  id: text('ID', 'ID of the field.'),
  name: text('Name', 'Name of the field.'),
  value: text('Value', 'Value of the field.'),
  translations: list(translation, 'Translations', 'The field in other languages.', 'Translation'),
  data: freeForm({ title: 'Data', description: 'Values of your own.' }),
};

const notificationMethods = z
  .object({
    primary: list(
      requiredChoice(
        { EMAIL: 'By e-mail', SMS: 'By text message' },
        'Method',
        'A way in which the signer is notified.',
      ),
      'Primary',
      'How the signer is notified. SMS needs a phone number.',
      'Method',
      { examples: [['EMAIL']] },
    ),
    description: text('Description', 'Description of the default; templates hand it on.'),
  })
  .nullable()
  .optional()
  .meta({ title: 'Notification methods', description: 'How the signer is notified.', nullLabel: 'None' });

/** A signer of a role. The four fields of the documentation's own table come first, none of them required. */
export const signer = z.object({
  email: text('E-mail', 'E-mail address of the signer.', 'signer5@example.com'),
  firstName: text('First name', 'First name of the signer.', 'John'),
  lastName: text('Last name', 'Last name of the signer.', 'Smith'),
  id: text('Signer ID', 'ID of the signer.', 'Signer5'),
  title: text('Title', 'Title of the signer.'),
  company: text('Company', 'Company of the signer.'),
  phone: phoneText('Phone', 'Phone number of the signer.', '+15145550123'),
  name: text('Name', 'Name of the signer.'),
  language: languageField('Language of the signer’s e-mails and pages.'),
  signerType: choice(
    {
      EXTERNAL_SIGNER: 'External signer',
      ACCOUNT_SENDER: 'Sender of the account',
      EXTERNAL_SENDER: 'External sender',
      GROUP_SIGNER: 'Group',
      AD_HOC_GROUP_SIGNER: 'Ad hoc group',
      THIRD_PARTY_SIGNER: 'Third party (Java SDK)',
    },
    'Signer type',
    'Kind of signer. THIRD_PARTY_SIGNER is what the Java SDK sends; no API description lists it.',
    {
      examples: ['EXTERNAL_SIGNER'],
      meanings: {
        EXTERNAL_SIGNER: 'Somebody who is no sender of the account.',
        ACCOUNT_SENDER: 'A sender of the account, such as the owner of the package.',
        EXTERNAL_SENDER: 'Listed by the description; by its name a sender of another account.',
        GROUP_SIGNER: 'Any member of a group of the account.',
        AD_HOC_GROUP_SIGNER: 'A member of a group that is made for this package.',
      },
    },
  ),
  auth: signerAuth,
  notificationMethods,
  delivery,
  signature,
  address,
  timezoneId: text('Time zone', 'ID of the signer’s time zone.', 'America/New_York'),
  digipassAuthentication: flag('Digipass', 'Digipass authentication is enabled for the signer.'),
  knowledgeBasedAuthentication,
  group,
  external,
  specialTypes,
  professionalIdentityFields: list(
    z.object({
      ...customField,
      category: text('Category', 'Category of the field.'),
      type: text('Type', 'Type of the field.'),
    }),
    'Professional identity',
    'Fields of the professional identity.',
    'Field',
  ),
  userCustomFields: list(z.object(customField), 'Custom fields', 'Custom fields of the signer.', 'Field'),
  data: freeForm({ title: 'Data', description: 'Metadata of the signer.' }),
  created: timestamp('Created', 'Set by the API.'),
  updated: timestamp('Updated', 'Set by the API.'),
});
