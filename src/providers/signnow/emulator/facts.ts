import type { HandlerContext, Rejection } from '../../../core/emulation';
import type { FactsOf } from '../../../kit/defineEmulator';
import type { DocumentFacts } from '../facts/documentFacts';
import type { GroupFacts } from '../facts/groupFacts';
import { refuse } from '../failures';
import type { AccountFacts } from '../operations/events/subscriptionRequest';
import type { operations } from '../operations/operations';
import { accountOf } from './accounts/accounts';
import { documentFactsOf, groupFactsOf } from './documentView';
import { viewGroupInvite } from './groups/groupInviteView';
import type { State } from './state';

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: FactsOf<typeof operations, State> = {
  createEmbeddedInvites: ofDocument,
  createEmbeddedInviteLink: ofDocument,
  deleteEmbeddedInvites: ofDocument,
  prefillTexts: ofDocument,
  createFieldInvites: ofOldDocument,
  createFreeFormInvite: ofOldDocument,
  cancelFieldInvites: ofOldDocument,
  triggerFieldInvite: ofOldDocument,
  deleteDocument: ofOldDocument,
  createGroupEmbeddedInvite: ofGroup,
  createGroupEmbeddedInviteLink: ofGroup,
  deleteGroupEmbeddedInvites: ofGroup,
  updateGroupRecipients: ofGroup,
  deleteDocumentGroup: ofOldGroup,
  downloadGroup: ofOldGroup,
  createGroupTemplate: ofGroup,
  embedDocumentSending: ofDocument,
  embedDocumentEditor: ofDocument,
  embedDocumentView: ofDocument,
  embedGroupSending: ofGroup,
  embedGroupEditor: ofGroup,
  embedGroupView: ofGroup,
  createEventSubscription: ofAccount,
  updateEventSubscription: ofAccount,
  updateOldEventSubscription: ofAccount,
  copyTemplate: ({ state, values: { path }, caller }) => {
    const template = state.documents.get(path.template_id);
    return template ? documentFactsOf(state, template, caller.account) : refuse('template-not-found');
  },
  createGroupInvite: ofOldGroup,
  cancelGroupInvite: ofOldGroup,
  resendGroupInvites: ofOldGroup,
  updateGroupInviteStep: ({ state, values: { path } }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return refuse('group-not-found-v1');
    return group.invite?.id === path.invite_id ? viewGroupInvite(group.invite) : refuse('group-invite-not-found-v1');
  },
  createDocumentGroup: ({ state, values: { body }, caller }) => {
    const documents = [...new Set(body.document_ids)].map((id) => state.documents.get(id));
    if (documents.some((document) => document === undefined)) return refuse('document-not-found-v1');
    return documents.flatMap((document) => (document ? [documentFactsOf(state, document, caller.account)] : []));
  },
};

type OfDocument = HandlerContext<State, { readonly path: { readonly document_id: string } }>;

function ofDocument({ state, values: { path }, caller }: OfDocument): DocumentFacts | Rejection {
  const document = state.documents.get(path.document_id);
  return document ? documentFactsOf(state, document, caller.account) : refuse('document-not-found');
}

/** The older calls have a code of their own for it. */
function ofOldDocument({ state, values: { path }, caller }: OfDocument): DocumentFacts | Rejection {
  const document = state.documents.get(path.document_id);
  return document ? documentFactsOf(state, document, caller.account) : refuse('document-not-found-v1');
}

type OfGroup = HandlerContext<State, { readonly path: { readonly document_group_id: string } }>;

function ofGroup({ state, values: { path }, caller }: OfGroup): GroupFacts | Rejection {
  const group = state.groups.get(path.document_group_id);
  return group ? groupFactsOf(state, group, caller.account) : refuse('group-not-found', { id: path.document_group_id });
}

/** The older calls say otherwise that there is no such group. */
function ofOldGroup({ state, values: { path }, caller }: OfGroup): GroupFacts | Rejection {
  const group = state.groups.get(path.document_group_id);
  return group ? groupFactsOf(state, group, caller.account) : refuse('group-not-found-v1');
}

function ofAccount({ state, caller }: HandlerContext<State>): AccountFacts {
  return { id: accountOf(state, caller).id };
}
