import type * as z from 'zod';
import type { Call } from '../../../core/operation';
import { read } from '../../../kit/calls';
import { factsOfPath } from '../../../kit/facts';
import type { Choice } from '../../../protocol/form';
import { documentGroupPath } from '../operations/fields';
import { getDocumentGroupStatus } from '../operations/groups/documentGroups';
import type { GroupStatusReply } from '../operations/groups/groupReplies';
import { type DocumentFacts, documentFacts, loadAccount, readDocument } from './documentFacts';

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

/** Facts of the group that the path names. */
export const loadGroup = factsOfPath(documentGroupPath, loadGroupFacts);

async function loadGroupFacts(path: z.output<typeof documentGroupPath>, call: Call): Promise<GroupFacts> {
  const { data: group } = await read(call, getDocumentGroupStatus, { path });
  const [account, ...documents] = await Promise.all([
    loadAccount(call),
    ...group.documents.map(({ id }) => readDocument(id, call)),
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

/** Which document of the group is meant. */
export function documentOffers({ documents }: GroupFacts): readonly Choice[] {
  return documents.map(({ id, name }) => ({ value: id, label: name, description: id }));
}

/** Roles of all its documents, each with the document that has it. */
export function roleOffers({ documents }: GroupFacts): readonly Choice[] {
  return documents.flatMap(({ name, roles }) =>
    roles.map((role) => ({ value: role.name, label: role.name, description: name })),
  );
}
