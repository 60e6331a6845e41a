import * as z from 'zod';
import type { Call } from '../../../core/operation';
import { ask } from '../../../kit/calls';
import { factsOfPath } from '../../../kit/facts';
import { getDocument } from '../operations/documents/documents';
import { documentPath } from '../operations/fields';
import { getUser } from '../operations/getUser';

/** What rules need to know about a document; the emulator takes them from its state. */
export interface DocumentFacts {
  readonly id: string;
  readonly name: string;
  /** E-mail address, when the API tells. */
  readonly owner: string | undefined;
  /** E-mail addresses of the account that sends, empty when unknown. */
  readonly account: readonly string[];
  readonly template: boolean;
  readonly hasFields: boolean;
  /** Of those that have a name. */
  readonly fieldNames: readonly string[];
  readonly roles: readonly RoleFacts[];
  readonly invites: readonly InviteFacts[];
  /** Who was asked to sign anywhere. */
  readonly requests: readonly FreeFormFacts[];
  /** ID of the group that the document belongs to. */
  readonly group: string | undefined;
}

export interface RoleFacts {
  readonly id: string;
  readonly name: string;
  readonly order: number;
}

export interface InviteFacts {
  readonly id: string;
  readonly email: string;
  readonly role: string | undefined;
  readonly roleId: string | undefined;
  readonly status: string;
  readonly embedded: boolean;
}

export interface FreeFormFacts {
  readonly id: string;
  readonly email: string;
  readonly status: 'pending' | 'fulfilled';
}

/** What is read of a document, so that nothing depends on what else a server answers. */
export const seenDocument = z.object({
  id: z.string(),
  document_name: z.string().optional(),
  owner: z.string().optional(),
  template: z.boolean().optional(),
  fields: z
    .array(
      z.object({
        json_attributes: z.object({ name: z.string().optional() }).optional(),
      }),
    )
    .optional(),
  roles: z
    .array(z.object({ unique_id: z.string(), name: z.string(), signing_order: z.string().optional() }))
    .optional(),
  field_invites: z
    .array(
      z.object({
        id: z.string(),
        status: z.string(),
        email: z.string(),
        role: z.string().nullish(),
        role_id: z.string().nullish(),
        is_embedded: z.boolean().optional(),
      }),
    )
    .optional(),
  requests: z
    .array(
      z.object({
        unique_id: z.string(),
        signer_email: z.string().nullish(),
        signature_id: z.string().nullish(),
        canceled: z.boolean().nullish(),
      }),
    )
    .optional(),
  // A list where a server does not tell an empty map from an empty list.
  document_group_info: z.union([z.object({ document_group_id: z.string().nullish() }), z.array(z.json())]).nullish(),
});

export type SeenDocument = z.output<typeof seenDocument>;

const seenAccount = z.object({ primary_email: z.string().optional(), emails: z.array(z.string()).optional() });

const mostNamed = 12;

/** The names of roles in a sentence; of many only the first, for every signer may need it. */
export function roleNames(roles: readonly RoleFacts[]): string {
  const named = roles.slice(0, mostNamed).map(({ name }) => `"${name}"`);
  return [...named, ...(roles.length > mostNamed ? ['…'] : [])].join(', ');
}

/** Facts of the document that the path names. */
export const loadDocument = factsOfPath(documentPath, (path, call) => loadDocumentFacts(path.document_id, call));

export async function loadDocumentFacts(id: string, call: Call): Promise<DocumentFacts> {
  const [document, account] = await Promise.all([readDocument(id, call), loadAccount(call)]);
  return documentFacts(document, account);
}

export async function readDocument(id: string, call: Call): Promise<SeenDocument> {
  return seenDocument.parse(await ask(call, getDocument, { path: { document_id: id } }));
}

/** E-mail addresses of the account. */
export async function loadAccount(call: Call): Promise<readonly string[]> {
  const { primary_email: primary, emails = [] } = seenAccount.parse(await ask(call, getUser, {}));
  return primary === undefined ? emails : [primary, ...emails];
}

export function documentFacts(document: SeenDocument, account: readonly string[]): DocumentFacts {
  return {
    id: document.id,
    name: document.document_name ?? document.id,
    owner: document.owner,
    account,
    template: document.template ?? false,
    hasFields: (document.fields ?? []).length > 0,
    fieldNames: (document.fields ?? []).flatMap(({ json_attributes }) => json_attributes?.name ?? []),
    roles: (document.roles ?? []).map((role) => ({
      id: role.unique_id,
      name: role.name,
      order: Number(role.signing_order ?? 1),
    })),
    invites: (document.field_invites ?? []).map((invite) => ({
      id: invite.id,
      email: withoutApplication(invite.email),
      role: invite.role ?? undefined,
      roleId: invite.role_id ?? undefined,
      status: invite.status,
      embedded: invite.is_embedded ?? true,
    })),
    requests: (document.requests ?? [])
      .filter(({ canceled }) => !canceled)
      .map(({ unique_id: id, signer_email, signature_id }) => ({
        id,
        email: signer_email ?? id,
        status: signature_id ? 'fulfilled' : 'pending',
      })),
    group: groupOf(document),
  };
}

export function isOwner(document: DocumentFacts): boolean {
  const { owner, account } = document;
  return owner === undefined || account.length === 0 || account.some((email) => sameEmail(email, owner));
}

/** Pending or signed, which keeps a document from being on another invite; a declined invite is neither. */
export function isInvited(document: DocumentFacts): boolean {
  return [...document.invites, ...document.requests].some(({ status }) =>
    ['pending', 'created', 'fulfilled'].includes(status),
  );
}

export function sameEmail(one: string, other: string): boolean {
  return emailKey(one) === emailKey(other);
}

/** Equal for addresses that are one and the same. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** Behind the address of an embedded invite stands the name of the application. */
function withoutApplication(email: string): string {
  return email.includes('(') ? email.replace(/\s+\(.*\)$/s, '') : email;
}

function groupOf({ document_group_info: info }: SeenDocument): string | undefined {
  return info && 'document_group_id' in info ? (info.document_group_id ?? undefined) : undefined;
}
