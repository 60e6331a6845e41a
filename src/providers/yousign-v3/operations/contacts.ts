import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { bodyRefusals, refusals } from '../errors';
import { sources } from '../sources';
import { id, locale, orNull, pageOf, paging } from './fields';
import { humanName } from './personFields';
import { sampleIds } from './sampleIds';

const text = z.string().nullable();

export const contactReply = z.object({
  id: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  email: z.string(),
  locale: z.string(),
  phone_number: text,
  company_name: text,
  job_title: text,
  address_line_1: text,
  address_line_2: text,
  address_city: text,
  address_postal_code: text,
  address_country: text,
  workspace_id: text.optional(),
});

export type ContactReply = z.output<typeof contactReply>;

const shortText = (title: string, description: string, example: string) =>
  z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({ title, description: `${description} 1 to 255 characters.`, examples: [example] });

export const listContacts = defineOperation({
  id: 'yousign-v3/list-contacts',
  title: 'List contacts',
  summary: 'Returns the address book, page by page. A contact may be made a signer or approver.',
  method: 'GET',
  path: '/contacts',
  docs: sources.openApi,
  request: { query: z.object({ ...paging }) },
  replies: { 200: pageOf(contactReply), ...refusals },
  failures: ['unauthorized'],
  examples: [{ title: 'The first page', source: 'minimal', query: {} }],
});

export const createContact = defineOperation({
  id: 'yousign-v3/create-contact',
  title: 'Create a contact',
  summary: 'Adds somebody to the address book.',
  method: 'POST',
  path: '/contacts',
  docs: sources.openApi,
  request: {
    body: z.object({
      first_name: humanName('First name', 'First name.', 'Jane'),
      last_name: humanName('Last name', 'Last name.', 'Roe'),
      email: z.email({ pattern: /^[^\s@]+@[^\s@]+$/ }).meta({
        title: 'E-mail address',
        description: 'Where the contact is reached.',
        examples: ['jane.roe@example.com'],
        errorMessage: 'Enter an e-mail address, for example jane.roe@example.com.',
      }),
      locale: locale('Language of what is sent to the contact.'),
      phone_number: z
        .string()
        .min(1)
        .optional()
        .meta({
          title: 'Phone number',
          writtenAs: 'phone',
          description: 'With plus sign and country code. Codes by SMS need it.',
          examples: ['+33612345678'],
        }),
      company_name: shortText('Company', 'Where the contact works.', 'Example SAS'),
      job_title: shortText('Job title', 'What the contact does there.', 'Accountant'),
      address_line_1: shortText('Address', 'Street and number.', '1 rue des Exemples'),
      address_line_2: shortText('Address, second line', 'What else the address needs.', 'Bâtiment B'),
      address_city: shortText('City', 'City of the address.', 'Caen'),
      address_postal_code: shortText('Postal code', 'Postal code of the address.', '14000'),
      address_country: shortText('Country', 'Country of the address.', 'France'),
      workspace_id: orNull(id('Workspace', 'Workspace whose contact it is.', sampleIds.workspace), 'All workspaces'),
    }),
  },
  replies: { 201: contactReply, ...bodyRefusals },
  failures: ['unauthorized'],
  examples: [
    {
      title: 'Name, address and language',
      source: 'minimal',
      body: { first_name: 'Jane', last_name: 'Roe', email: 'jane.roe@example.com', locale: 'fr' },
    },
  ],
});

export const getContact = defineOperation({
  id: 'yousign-v3/get-contact',
  title: 'Get a contact',
  summary: 'Returns a contact of the address book.',
  method: 'GET',
  path: '/contacts/{contactId}',
  docs: sources.openApi,
  request: {
    path: z.object({
      contactId: id('Contact ID', 'Which contact.', sampleIds.contact).meta({ offeredFrom: 'contacts' }),
    }),
  },
  replies: { 200: contactReply, ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'A contact', source: 'minimal', path: { contactId: sampleIds.contact } }],
});
