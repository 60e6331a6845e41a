import type { EmulatorDefinition, HandlerContext, Rejection } from '../../../core/emulation';
import type { DocumentFacts } from '../documentFacts';
import { refuse } from '../failures';
import type { GroupFacts } from '../groupFacts';
import { operations } from '../operations/operations';
import { documentFactsOf, groupFactsOf } from './documentView';
import type { State } from './state';

type Facts = NonNullable<EmulatorDefinition<State>['facts']>;

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: Facts = {
  [operations.createEmbeddedInvites.id]: ofDocument,
  [operations.createEmbeddedInviteLink.id]: ofDocument,
  [operations.deleteEmbeddedInvites.id]: ofDocument,
  [operations.createGroupEmbeddedInvite.id]: ofGroup,
  [operations.createGroupEmbeddedInviteLink.id]: ofGroup,
  [operations.deleteGroupEmbeddedInvites.id]: ofGroup,
  [operations.createDocumentGroup.id]: ofGroupable,
};

function ofDocument({ state, values }: HandlerContext<State>): DocumentFacts | Rejection {
  const { path } = values as { readonly path: { readonly document_id: string } };
  const document = state.documents.get(path.document_id);
  return document ? documentFactsOf(state, document) : refuse('document-not-found');
}

function ofGroup({ state, values }: HandlerContext<State>): GroupFacts | Rejection {
  const { path } = values as { readonly path: { readonly document_group_id: string } };
  const group = state.groups.get(path.document_group_id);
  if (group) return groupFactsOf(state, group);
  return refuse('group-not-found', { id: path.document_group_id });
}

function ofGroupable({ state, values }: HandlerContext<State>): readonly DocumentFacts[] | Rejection {
  const { body } = values as { readonly body: { readonly document_ids: readonly string[] } };
  const documents = body.document_ids.map((id) => state.documents.get(id));
  if (documents.some((document) => document === undefined)) {
    return refuse('document-not-found-v1');
  }
  return documents.flatMap((document) => (document ? [documentFactsOf(state, document)] : []));
}
