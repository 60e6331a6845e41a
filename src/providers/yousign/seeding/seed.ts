import * as z from 'zod';
import { accountsField } from '../../../kit/seeding/defineAccounts';
import { defineSeed } from '../../../kit/seeding/defineSeed';
import {
  fileOf,
  inWrittenOrder,
  namedRecipient,
  seedDocument,
  seedPhone,
  seedSent,
} from '../../../kit/seeding/seedFields';
import { accountSchema } from '../emulator/account';
import { operations } from '../operations/operations';

const schema = z.strictObject({
  accounts: accountsField(accountSchema, 'Keys of the organization, and the users who made them.'),
  documents: z.exactOptional(
    z
      .array(
        z.strictObject({
          ...seedDocument,
          sent: seedSent,
          recipients: z.exactOptional(
            z.array(z.strictObject({ ...namedRecipient, phone: seedPhone })).meta({ title: 'Recipients' }),
          ),
        }),
      )
      .meta({ title: 'Documents', description: 'Procedures with a file each.' }),
  ),
});

export const seed = defineSeed(schema, async ({ documents = [] }, { call }) => {
  for (const [at, one] of documents.entries()) {
    const { name, recipients = [], sent: isSent = recipients.length > 0 } = one;
    const place = `/documents/${at}`;
    const file = await call(operations.createFile, { body: { name: `${name}.pdf`, content: fileOf(one) } }, place);
    const members = inWrittenOrder(recipients).map(({ item }, position) => ({
      firstname: item.firstName,
      lastname: item.lastName,
      email: item.email,
      phone: item.phone,
      position: position + 1,
      fileObjects: [{ file: file.id, page: 1, position: boxOf(position) }],
    }));
    const ordered = new Set(recipients.map(({ order = 1 }) => order)).size > 1;
    const body = { name, description: name, start: isSent, ordered, members };
    await call(operations.createProcedure, { body }, place);
  }
});

function boxOf(index: number): string {
  const bottom = 100 + 100 * index;
  return `230,${bottom},464,${bottom + 90}`;
}
