import { refuse } from '../../failures';
import { tellGroup } from '../events/documentEvents';
import type { EmulatedGroup, EmulatedGroupSigner, GroupRecipients } from '../records/groups';
import type { Handlers, State } from '../state';
import { documentsOf } from './groupView';

export const recipientHandlers: Pick<Handlers, 'getGroupRecipients' | 'updateGroupRecipients'> = {
  getGroupRecipients: ({ state, values: { path } }) => {
    const group = state.groups.get(path.document_group_id);
    return group === undefined
      ? refuse('group-not-found', { id: path.document_group_id })
      : { status: 200, body: { data: recipientsOf(state, group) } };
  },
  updateGroupRecipients: ({ state, values: { path, body }, tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return refuse('group-not-found', { id: path.document_group_id });
    group.recipients = {
      recipients: body.recipients.map(({ email, documents, ...rest }) => ({
        ...rest,
        email: email?.trim() ?? null,
        documents: documents.map((part) => ({ ...part, role: part.role ?? '' })),
      })),
      unmapped_documents: body.unmapped_documents ?? [],
      allowed_unmapped_sign_documents: body.allowed_unmapped_sign_documents ?? [],
      cc: body.cc ?? [],
    };
    group.updatedAt = tools.now();
    tellGroup(state, 'document_group.update', group, tools);
    return { status: 204 };
  },
};

/** Those invited, or else those that were set; what is left is for nobody yet. */
function recipientsOf(state: State, group: EmulatedGroup): GroupRecipients {
  const { invite, recipients } = group;
  if (invite === undefined && recipients !== undefined) return recipients;
  const invited = (invite?.signers ?? []).map(viewSigner);
  const taken = new Set(
    invited.flatMap(({ documents }) => documents.map(({ id, role }) => JSON.stringify([id, role]))),
  );
  const parts = documentsOf(state, group).flatMap(({ id, roles }) =>
    roles.map(({ name }) => ({ id, role: name, action: 'sign' })),
  );
  return {
    recipients: invited,
    unmapped_documents: parts.filter(({ id, role }) => !taken.has(JSON.stringify([id, role]))),
    allowed_unmapped_sign_documents: [],
    cc: [],
  };
}

function viewSigner({ email, order, documents }: EmulatedGroupSigner): GroupRecipients['recipients'][number] {
  return {
    name: documents.find(({ role }) => role !== undefined)?.role?.name ?? email,
    email,
    order,
    attributes: { allow_forwarding: true, show_decline_button: true, i_am_recipient: false },
    documents: documents.map(({ documentId, role, action }) => ({ id: documentId, role: role?.name ?? '', action })),
  };
}
