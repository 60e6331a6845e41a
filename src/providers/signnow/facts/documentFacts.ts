import type { Call } from '../../../core/operation';
import { read } from '../../../kit/calls';
import { factsOfPath } from '../../../kit/facts';
import { type DocumentReply, getDocument } from '../operations/documents/documents';
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
  readonly roles: readonly RoleFacts[];
  readonly invites: readonly InviteFacts[];
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

const mostNamed = 12;

/** The names of roles in a sentence; of many only the first, for every signer may need it. */
export function roleNames(roles: readonly RoleFacts[]): string {
  const named = roles.slice(0, mostNamed).map(({ name }) => `"${name}"`);
  return [...named, ...(roles.length > mostNamed ? ['…'] : [])].join(', ');
}

/** Facts of the document that the path names. */
export const loadDocument = factsOfPath(documentPath, (path, call) => loadDocumentFacts(path.document_id, call));

export async function loadDocumentFacts(id: string, call: Call): Promise<DocumentFacts> {
  const [document, account] = await Promise.all([
    read(call, getDocument, { path: { document_id: id } }),
    loadAccount(call),
  ]);
  return documentFacts(document, account);
}

/** E-mail addresses of the account. */
export async function loadAccount(call: Call): Promise<readonly string[]> {
  const user = await read(call, getUser, {});
  return [user.primary_email, ...(user.emails ?? [])];
}

export function documentFacts(document: DocumentReply, account: readonly string[]): DocumentFacts {
  return {
    id: document.id,
    name: document.document_name,
    owner: document.owner,
    account,
    template: document.template ?? false,
    hasFields: (document.fields ?? []).length > 0,
    roles: (document.roles ?? []).map((role) => ({
      id: role.unique_id,
      name: role.name,
      order: Number(role.signing_order ?? 1),
    })),
    invites: (document.field_invites ?? []).map((invite) => ({
      id: invite.id,
      email: invite.email,
      role: invite.role ?? undefined,
      roleId: invite.role_id ?? undefined,
      status: invite.status,
      embedded: invite.is_embedded ?? true,
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
  return document.invites.some(({ status }) => ['pending', 'created', 'fulfilled'].includes(status));
}

export function sameEmail(one: string, other: string): boolean {
  return emailKey(one) === emailKey(other);
}

/** Equal for addresses that are one and the same. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

function groupOf({ document_group_info: info }: DocumentReply): string | undefined {
  return info && 'document_group_id' in info ? (info.document_group_id ?? undefined) : undefined;
}
