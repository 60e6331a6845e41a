import * as z from 'zod';
import { fullName } from '../../../kit/fullName';
import { accountsField } from '../../../kit/seeding/defineAccounts';
import { defineSeed } from '../../../kit/seeding/defineSeed';
import { fileOf, namedRecipient, seedDocument, seedSent } from '../../../kit/seeding/seedFields';
import { accountSchema } from '../emulator/account';
import { operations } from '../operations/operations';

const schema = z.strictObject({
  accounts: accountsField(accountSchema, 'Applications that come in, and who signs in for them.'),
  documents: z.exactOptional(
    z
      .array(
        z.strictObject({
          ...seedDocument,
          sent: seedSent,
          recipients: z.exactOptional(z.array(z.strictObject(namedRecipient)).meta({ title: 'Recipients' })),
        }),
      )
      .meta({ title: 'Documents', description: 'Signature requests with a document each.' }),
  ),
});

export const seed = defineSeed(schema, async ({ documents = [] }, { call }) => {
  for (const [index, one] of documents.entries()) {
    const { name, recipients = [], sent: isSent = recipients.length > 0 } = one;
    const at = `/documents/${index}`;
    const { documentToken } = await call(operations.uploadDocument, { body: { File: fileOf(one) } }, at);
    const body = { Title: name, Message: name, Documents: [documentToken], AuditDetails: {} };
    const { requestId } = await call(operations.createRequest, { query: { type: 0 }, body }, at);
    for (const [number, { email, firstName, lastName, order: Order = 1 }] of recipients.entries()) {
      const signatory = { Email: email, Name: fullName(firstName, lastName), Order, SignatoryType: 1 as const };
      await call(operations.addSignatory, { path: { requestId }, body: signatory }, `${at}/recipients/${number}`);
    }
    if (isSent) await call(operations.sendRequest, { path: { requestId } }, at);
  }
});
