import * as z from 'zod';
import { accountsField } from '../../../kit/seeding/defineAccounts';
import { defineSeed } from '../../../kit/seeding/defineSeed';
import { fileOf, namedRecipient, seedDocument, seedDocumentName, seedSent } from '../../../kit/seeding/seedFields';
import { accountSchema } from '../emulator/account';
import { operations } from '../operations/operations';

const { order, ...person } = namedRecipient;

const group = z.strictObject({
  name: seedDocumentName.meta({ title: 'Name', description: 'What the group is called.', examples: ['Legal review'] }),
  members: z.array(z.strictObject(person)).min(1).meta({ title: 'Members' }),
  order,
});

const schema = z.strictObject({
  accounts: accountsField(accountSchema, 'Applications that come in, and who sends by them.'),
  documents: z.exactOptional(
    z
      .array(
        z.strictObject({
          ...seedDocument,
          sent: seedSent,
          recipients: z.exactOptional(z.array(z.strictObject(namedRecipient)).meta({ title: 'Recipients' })),
          groups: z.exactOptional(
            z.array(group).meta({ title: 'Groups', description: 'Of whose members one signs for all.' }),
          ),
        }),
      )
      .meta({ title: 'Documents', description: 'Packages with a document each.' }),
  ),
});

type Package = NonNullable<z.output<typeof schema>['documents']>[number];
type Recipient = NonNullable<Package['recipients']>[number];
type Group = z.output<typeof group>;

export const seed = defineSeed(schema, async ({ documents = [] }, { call }) => {
  for (const [index, one] of documents.entries()) {
    const values = { body: { file: fileOf(one), payload: packageOf(one) } };
    await call(operations.createPackageWithDocument, values, `/documents/${index}`);
  }
});

function packageOf(one: Package) {
  const { name, recipients = [], groups = [] } = one;
  const signing = [...recipients.map((_one, index) => roleId(index)), ...groups.map((_one, index) => groupId(index))];
  return {
    name,
    type: 'PACKAGE' as const,
    status: (one.sent ?? signing.length > 0) ? ('SENT' as const) : ('DRAFT' as const),
    autocomplete: true,
    roles: [...recipients.map(roleOf), ...groups.flatMap(rolesOfGroup)],
    documents: [{ name, approvals: signing.map((role, index) => ({ role, fields: [signature(index)] })) }],
  };
}

function roleOf({ order: index = 1, ...signer }: Recipient, place: number) {
  const id = roleId(place);
  return { id, name: id, index, type: 'SIGNER' as const, signers: [signer] };
}

/** A role for each member, and that of the group, which signs. */
function rolesOfGroup({ name, members, order: index = 1 }: Group, place: number) {
  const id = groupId(place);
  const own = members.map((signer, number) => ({
    id: `${id}Member${number + 1}`,
    name: `${id}Member${number + 1}`,
    index,
    type: 'SIGNER' as const,
    signers: [signer],
  }));
  const group = { members: own.map((role) => ({ userId: role.id, memberType: 'AD_HOC_GROUP_MEMBER' as const })) };
  const signer = { firstName: name, signerType: 'AD_HOC_GROUP_SIGNER' as const, group };
  return [...own, { id, name, index, type: 'SIGNER' as const, signers: [signer] }];
}

function groupId(index: number): string {
  return `Group${index + 1}`;
}

function roleId(index: number): string {
  return `Signer${index + 1}`;
}

function signature(index: number) {
  const place = { page: 0, left: 100, top: 100 + 80 * index, width: 200, height: 50 };
  return { type: 'SIGNATURE' as const, subtype: 'FULLNAME' as const, ...place };
}
