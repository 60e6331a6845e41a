import type { DocumentDetail } from '../../../core/documents';
import type { CollectedDocument, HandlerContext } from '../../../core/emulation';
import { documentCollection, documentDetail } from '../resources/documents';
import { groupCollection, groupDetail } from '../resources/groups';
import { groupTemplateCollection, groupTemplateDetail, templateCollection } from '../resources/templates';
import { demoCredentials } from './demo';
import { documentFactsOf } from './documentView';
import { viewGroupInvite } from './groups/groupInviteView';
import { viewGroupStatus } from './groups/groupView';
import type { State } from './state';
import { viewGroupTemplate } from './templates/groupTemplateView';

export function collectDocuments({
  state,
  baseUrl,
}: Pick<HandlerContext<State>, 'state' | 'baseUrl'>): readonly CollectedDocument[] {
  const documents = [...state.documents.values()].filter(({ owner }) => isOwn(owner));
  const groups = [...state.groups.values()].filter(({ owner }) => isOwn(owner));
  return [
    ...documents.map((document) => ({
      collection: document.template ? templateCollection.id : documentCollection.id,
      detail: documentDetail(documentFactsOf(state, document)),
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

/** Templates have a collection that no call lists. */
export function describeTemplate(state: State, collection: string, id: string): DocumentDetail | undefined {
  const template = state.documents.get(id);
  return collection === templateCollection.id && template?.template
    ? documentDetail(documentFactsOf(state, template))
    : undefined;
}

function isOwn(owner: string): boolean {
  return owner === demoCredentials.username;
}
