import * as z from 'zod';
import { defineSeed } from '../../../kit/seeding/defineSeed';
import { document, fileOf, namedRecipient, sent } from '../../../kit/seeding/seedFields';
import { operations } from '../operations/operations';

const schema = z.strictObject({
  documents: z.exactOptional(
    z
      .array(
        z.strictObject({
          ...document,
          sent,
          recipients: z.exactOptional(z.array(z.strictObject(namedRecipient)).meta({ title: 'Recipients' })),
        }),
      )
      .meta({ title: 'Documents', description: 'Packages with a document each.' }),
  ),
});

type Package = NonNullable<z.output<typeof schema>['documents']>[number];

export const seed = defineSeed(schema, async ({ documents = [] }, { call }) => {
  for (const [index, one] of documents.entries()) {
    const values = { body: { file: fileOf(one), payload: packageOf(one) } };
    await call(operations.createPackageWithDocument, values, `/documents/${index}`);
  }
});

function packageOf({ name, recipients = [], sent: isSent = recipients.length > 0 }: Package) {
  return {
    name,
    type: 'PACKAGE' as const,
    status: isSent ? ('SENT' as const) : ('DRAFT' as const),
    autocomplete: true,
    roles: recipients.map(({ order = 1, ...person }, index) => ({
      id: roleId(index),
      name: roleId(index),
      index: order,
      type: 'SIGNER' as const,
      signers: [person],
    })),
    documents: [
      { name, approvals: recipients.map((_one, index) => ({ role: roleId(index), fields: [signature(index)] })) },
    ],
  };
}

function roleId(index: number): string {
  return `Signer${index + 1}`;
}

function signature(index: number) {
  const place = { page: 0, left: 100, top: 100 + 80 * index, width: 200, height: 50 };
  return { type: 'SIGNATURE' as const, subtype: 'FULLNAME' as const, ...place };
}
