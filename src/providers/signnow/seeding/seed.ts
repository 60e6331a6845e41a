import * as z from 'zod';
import { accountsField } from '../../../kit/seeding/defineAccounts';
import { defineSeed, type TypedGarden } from '../../../kit/seeding/defineSeed';
import { fileOf, plainRecipient, seedDocument, seedDocumentName, seedRole } from '../../../kit/seeding/seedFields';
import { accountSchema } from '../emulator/accounts/accounts';
import { operations } from '../operations/operations';

const invite = z.exactOptional(
  z.enum(['embedded', 'email', 'none']).meta({
    title: 'Invite',
    description: 'How recipients are asked: by an application that embeds the page, by mail, or not yet.',
  }),
);

const schema = z.strictObject({
  accounts: accountsField(accountSchema, 'Who signs in.'),
  documents: z.exactOptional(
    z
      .array(
        z.strictObject({
          ...seedDocument,
          invite: invite.meta({
            description:
              'How recipients are asked. "embedded" without it; "none" in a group. Mails of a seed are not among the deliveries.',
          }),
          recipients: z.exactOptional(
            z
              .array(z.strictObject({ ...plainRecipient, role: z.exactOptional(seedRole) }))
              .meta({ title: 'Recipients' }),
          ),
        }),
      )
      .meta({ title: 'Documents', description: 'With a signature field for each recipient.' }),
  ),
  groups: z.exactOptional(
    z
      .array(
        z.strictObject({
          name: seedDocumentName.meta({ title: 'Name', description: 'What the group is called.' }),
          documents: z.array(seedDocumentName).min(1).meta({
            title: 'Documents',
            description: 'Names of documents of this seed; their recipients sign the group.',
          }),
          invite: z.exactOptional(
            z.enum(['email', 'none']).meta({
              title: 'Invite',
              description:
                'Whether recipients are asked by mail, which is not among the deliveries. "none" without it.',
            }),
          ),
        }),
      )
      .meta({ title: 'Groups', description: 'Documents that are signed together.' }),
  ),
});

type Seed = z.output<typeof schema>;
type Document = NonNullable<Seed['documents']>[number];
type Group = NonNullable<Seed['groups']>[number];
type Planted = Document & { readonly id: string };

export const seed = defineSeed(schema, async ({ documents = [], groups = [] }, garden) => {
  const grouped = new Set(groups.flatMap((group) => group.documents));
  const planted: Planted[] = [];
  for (const [index, one] of documents.entries()) {
    planted.push(await plantDocument(one, grouped.has(one.name), `/documents/${index}`, garden));
  }
  for (const [index, group] of groups.entries()) await plantGroup(group, planted, `/groups/${index}`, garden);
});

async function plantDocument(one: Document, isGrouped: boolean, at: string, { call }: TypedGarden): Promise<Planted> {
  const { name, recipients = [], invite: wanted = isGrouped ? 'none' : 'embedded' } = one;
  const { id } = await call(operations.uploadDocument, { body: { file: fileOf(one), name } }, at);
  if (recipients.length === 0) return { ...one, id };
  const path = { document_id: id };
  const fields = recipients.map((_one, index) => signature(roleOf(one, index), index));
  await call(operations.addFields, { path, body: { fields } }, at);
  if (wanted === 'embedded') {
    const invites = recipients.map(({ email, firstName, lastName, order = 1 }, index) => ({
      email,
      role: roleOf(one, index),
      order,
      auth_method: 'none' as const,
      ...(firstName !== undefined && { first_name: firstName }),
      ...(lastName !== undefined && { last_name: lastName }),
    }));
    await call(operations.createEmbeddedInvites, { path, body: { invites } }, `${at}/recipients`);
  }
  if (wanted === 'email') {
    const to = recipients.map(({ email, order = 1 }, index) => ({ email, role: roleOf(one, index), order }));
    const { primary_email: from } = await call(operations.getUser, {}, at);
    const body = { to, from };
    await call(operations.createFieldInvites, { path, query: {}, body }, `${at}/recipients`);
  }
  return { ...one, id };
}

async function plantGroup(group: Group, planted: readonly Planted[], at: string, garden: TypedGarden): Promise<void> {
  const members = group.documents.map((name, index) => {
    const found = planted.find((one) => one.name === name);
    return found ?? garden.refuse(`${at}/documents/${index}`, `There is no document "${name}" in this seed.`);
  });
  const body = { document_ids: members.map(({ id }) => id), group_name: group.name };
  const { id } = await garden.call(operations.createDocumentGroup, { body }, at);
  if (group.invite !== 'email') return;
  const actions = members.flatMap((one) =>
    (one.recipients ?? []).map(({ email, order = 1 }, index) => ({
      order,
      action: { email, role_name: roleOf(one, index), action: 'sign' as const, document_id: one.id },
    })),
  );
  const orders = [...new Set(actions.map(({ order }) => order))].toSorted((one, other) => one - other);
  const invite_steps = orders.map((order) => {
    const invite_actions = actions.filter((one) => one.order === order).map(({ action }) => action);
    const emails = [...new Set(invite_actions.map(({ email }) => email))];
    return { order, invite_emails: emails.map((email) => ({ email })), invite_actions };
  });
  await garden.call(operations.createGroupInvite, { path: { document_group_id: id }, body: { invite_steps } }, at);
}

function roleOf({ recipients = [] }: Document, index: number): string {
  return recipients[index]?.role ?? `Signer ${index + 1}`;
}

function signature(roleName: string, index: number) {
  return { type: 'signature', role: roleName, page_number: 0, x: 100, y: 100 + 60 * index, width: 160, height: 40 };
}
