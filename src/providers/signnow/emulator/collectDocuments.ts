import type { CollectedDocument } from '../../../core/emulation';
import { documentCollection, documentDetail } from '../resources/documents';
import { groupCollection, groupDetail } from '../resources/groups';
import { demoCredentials } from './demo';
import { documentFactsOf } from './documentView';
import { viewGroupInvite } from './groups/groupInviteView';
import { viewGroupStatus } from './groups/groupView';
import type { State } from './state';

export function collectDocuments({ state }: { readonly state: State }): readonly CollectedDocument[] {
  const documents = [...state.documents.values()].filter(({ owner, template }) => isOwn(owner) && !template);
  const groups = [...state.groups.values()].filter(({ owner }) => isOwn(owner));
  return [
    ...documents.map((document) => ({
      collection: documentCollection.id,
      detail: documentDetail(documentFactsOf(state, document)),
    })),
    ...groups.map((group) => ({
      collection: groupCollection.id,
      detail: groupDetail(viewGroupStatus(state, group), group.invite && viewGroupInvite(group.invite)),
    })),
  ];
}

function isOwn(owner: string): boolean {
  return owner === demoCredentials.username;
}
