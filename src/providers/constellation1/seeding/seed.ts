import * as z from 'zod';
import { accountsField } from '../../../kit/seeding/defineAccounts';
import { defineSeed } from '../../../kit/seeding/defineSeed';
import { fileOf, namedRecipient, seedDocument, seedRole, seedSent } from '../../../kit/seeding/seedFields';
import { accountSchema, demoUser } from '../emulator/account';
import { operations } from '../operations/operations';

const schema = z.strictObject({
  accounts: accountsField(accountSchema, 'Users, and the keys of applications that act for them.'),
  documents: z.exactOptional(
    z
      .array(
        z.strictObject({
          ...seedDocument,
          transaction: z.exactOptional(
            z
              .string()
              .min(1)
              .meta({ title: 'Transaction', description: 'By which sessions are listed.', examples: ['TX-2031'] }),
          ),
          sent: seedSent,
          recipients: z.exactOptional(
            z.array(z.strictObject({ ...namedRecipient, role: seedRole })).meta({ title: 'Recipients' }),
          ),
        }),
      )
      .meta({ title: 'Documents', description: 'Signing sessions with a document each.' }),
  ),
});

type Session = NonNullable<z.output<typeof schema>['documents']>[number];

const returnURL = 'https://example.com/back';

export const seed = defineSeed(schema, async ({ accounts = [], documents = [] }, { call, refuse }) => {
  const { userName } = accounts[0] ?? demoUser;
  for (const [index, one] of documents.entries()) {
    const at = `/documents/${index}`;
    const { recipients = [], sent: isSent = recipients.length > 0 } = one;
    const body = { userName, session: sessionOf(one) };
    const reply = await call(operations.createSession, { body }, at);
    const signingSessionId = reply?.SigningSessionId ?? refuse(at, 'The session was not made.');
    if (isSent) await call(operations.startSession, { path: { signingSessionId }, query: { returnURL } }, at);
  }
});

function sessionOf({ name, file, transaction, recipients = [] }: Session) {
  const isOrdered = new Set(recipients.map(({ order = 1 }) => order)).size > 1;
  return {
    SessionInfo: {
      Title: name,
      ReturnURL: returnURL,
      UseSequence: isOrdered ? (1 as const) : (0 as const),
      ...(transaction !== undefined && { TransactionId: transaction }),
    },
    Documents: [{ FileName: `${name}.pdf`, FileBytes: fileOf({ name, file }) }],
    Signers: recipients.map(({ email, firstName, lastName, role: SignerRole, order = 1 }) => ({
      FirstName: firstName,
      LastName: lastName,
      EmailAddress: email,
      SignerRole,
      Sequence: order,
    })),
  };
}
