import * as z from 'zod';
import { accountsField } from '../../../kit/seeding/defineAccounts';
import { defineSeed, type TypedGarden } from '../../../kit/seeding/defineSeed';
import {
  fileOf,
  firstName,
  inWrittenOrder,
  lastName,
  namedRecipient,
  seedDocument,
  seedEmail,
  seedPhone,
  seedSent,
} from '../../../kit/seeding/seedFields';
import { accountSchema } from '../emulator/account';
import { operations } from '../operations/operations';

const schema = z.strictObject({
  accounts: accountsField(accountSchema, 'Keys of the organization, and the users who made them.'),
  contacts: z.exactOptional(
    z
      .array(z.strictObject({ email: seedEmail, firstName, lastName, phone: z.exactOptional(seedPhone) }))
      .meta({ title: 'Contacts', description: 'The address book of the account.' }),
  ),
  documents: z.exactOptional(
    z
      .array(
        z.strictObject({
          ...seedDocument,
          sent: seedSent,
          recipients: z.exactOptional(z.array(z.strictObject(namedRecipient)).meta({ title: 'Recipients' })),
          approvers: z.exactOptional(
            z
              .array(z.strictObject({ email: seedEmail, firstName, lastName }))
              .meta({ title: 'Approvers', description: 'Who approves before anybody is asked to sign.' }),
          ),
        }),
      )
      .meta({ title: 'Documents', description: 'Signature requests with a document each.' }),
  ),
});

type Seed = z.output<typeof schema>;
type Document = NonNullable<Seed['documents']>[number];
type Person = Pick<NonNullable<Seed['contacts']>[number], 'email' | 'firstName' | 'lastName'>;

export const seed = defineSeed(schema, async ({ contacts = [], documents = [] }, garden) => {
  for (const [index, { phone: phone_number, ...person }] of contacts.entries()) {
    const body = { ...infoOf(person), ...(phone_number !== undefined && { phone_number }) };
    await garden.call(operations.createContact, { body }, `/contacts/${index}`);
  }
  for (const [index, one] of documents.entries()) await plantRequest(one, `/documents/${index}`, garden);
});

async function plantRequest(one: Document, at: string, { call }: TypedGarden): Promise<void> {
  const { name, recipients = [], approvers = [], sent: isSent = recipients.length > 0 } = one;
  const ordered_signers = new Set(recipients.map(({ order = 1 }) => order)).size > 1;
  const body = { name, delivery_mode: 'none' as const, ordered_signers };
  const { id } = await call(operations.createSignatureRequest, { body }, at);
  const path = { signatureRequestId: id };
  const file = { file: fileOf(one), nature: 'signable_document' as const };
  const { id: document_id } = await call(operations.uploadDocument, { path, body: file }, at);
  for (const { item, index } of inWrittenOrder(recipients)) {
    const fields = [{ document_id, type: 'signature' as const, page: 1, x: 77, y: 100 + 90 * index }];
    const signer = {
      info: infoOf(item),
      signature_level: 'electronic_signature' as const,
      signature_authentication_mode: 'no_otp' as const,
      fields,
    };
    await call(operations.createSigner, { path, body: signer }, `${at}/recipients/${index}`);
  }
  for (const [index, person] of approvers.entries()) {
    await call(operations.createApprover, { path, body: { info: infoOf(person) } }, `${at}/approvers/${index}`);
  }
  if (isSent) await call(operations.activateSignatureRequest, { path, body: {} }, at);
}

function infoOf({ email: address, firstName: first_name, lastName: last_name }: Person) {
  return { first_name, last_name, email: address, locale: 'en' as const };
}
