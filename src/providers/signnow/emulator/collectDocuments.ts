import type { DocumentDetail } from '../../../core/documents';
import type { CollectedDocument, HandlerContext } from '../../../core/emulation';
import { documentCollection, documentDetail } from '../resources/documents';
import { groupCollection, groupDetail } from '../resources/groups';
import { groupTemplateCollection, groupTemplateDetail, templateCollection } from '../resources/templates';
import { isKnown } from './accounts/accounts';
import { documentFactsOf } from './documentView';
import { viewGroupInvite } from './groups/groupInviteView';
import { viewGroupStatus } from './groups/groupView';
import { withMailedPages } from './mailedPages';
import type { State } from './state';
import { viewGroupTemplate } from './templates/groupTemplateView';

export function collectDocuments({
  state,
  baseUrl,
}: Pick<HandlerContext<State>, 'state' | 'baseUrl'>): readonly CollectedDocument[] {
  const documents = [...state.documents.values()].filter(({ owner }) => isKnown(state, owner));
  const groups = [...state.groups.values()].filter(({ owner }) => isKnown(state, owner));
  return [
    ...documents.map((document) => ({
      collection: document.template ? templateCollection.id : documentCollection.id,
      detail: documentDetail(documentFactsOf(state, document, document.owner)),
    })),
    ...groups.map((group) => ({
      collection: groupCollection.id,
      detail: groupDetail(viewGroupStatus(state, group), group.invite && viewGroupInvite(group.invite)),
    })),
    ...[...state.groupTemplates.values()].map((template) => ({
      collection: groupTemplateCollection.id,
      detail: groupTemplateDetail(viewGroupTemplate(state, template, baseUrl)),
    })),
  ];
}

/** Templates have a collection that no call lists, and what was mailed no call tells. */
export function describe(state: State, collection: string, id: string): DocumentDetail | undefined {
  if (collection === groupCollection.id) return describeGroup(state, id);
  const document = state.documents.get(id);
  if (document === undefined) return undefined;
  const detail = () => documentDetail(documentFactsOf(state, document, document.owner));
  if (collection === templateCollection.id) return document.template ? detail() : undefined;
  const isMailed = document.requests.length > 0 || document.invites.some(({ embedded }) => !embedded);
  return isMailed && isKnown(state, document.owner) ? withMailedPages(state, detail()) : undefined;
}

function describeGroup(state: State, id: string): DocumentDetail | undefined {
  const group = state.groups.get(id);
  if (group?.invite === undefined || group.invite.embedded || !isKnown(state, group.owner)) return undefined;
  return withMailedPages(state, groupDetail(viewGroupStatus(state, group), viewGroupInvite(group.invite)));
}
