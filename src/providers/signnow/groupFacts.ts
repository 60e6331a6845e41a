import type { Call } from '../../core/operation';
import { type DocumentFacts, documentFacts, loadAccount } from './documentFacts';
import { type GroupStatusReply, groupStatusReply } from './operations/documentGroups';
import { documentReply } from './operations/documents';

/** What rules need to know about a document group; the emulator takes them from its state. */
export interface GroupFacts {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly DocumentFacts[];
  /** ID of the invite that the group is on. */
  readonly invite: string | undefined;
  /** The invited signers; one who signs several documents appears once per document. */
  readonly signers: readonly { readonly email: string; readonly status: string }[];
}

export async function loadGroupFacts(id: string, call: Call): Promise<GroupFacts> {
  const reply = await call('signnow/get-document-group-status', { path: { document_group_id: id } });
  const { data: group } = groupStatusReply.parse(reply);
  const [account, ...documents] = await Promise.all([
    loadAccount(call),
    ...group.documents.map(async (document) =>
      documentReply.parse(await call('signnow/get-document', { path: { document_id: document.id } })),
    ),
  ]);
  return groupFacts(
    group,
    documents.map((document) => documentFacts(document, account)),
  );
}

export function groupFacts(group: GroupStatusReply['data'], documents: readonly DocumentFacts[]): GroupFacts {
  return {
    id: group.id,
    name: group.name,
    documents,
    invite: group.invite_id ?? undefined,
    signers: group.documents.flatMap(({ field_invites }) =>
      (field_invites ?? []).map(({ signer_email: email, status }) => ({ email, status })),
    ),
  };
}
