import type { EmulatorTools } from '../../../core/emulation';
import type { HandlersOf } from '../../../kit/defineEmulator';
import type { Agenda } from '../../../kit/store/agenda';
import type { Ranking } from '../../../kit/store/ranking';
import type { Store } from '../../../kit/store/store';
import type { operations } from '../operations/operations';
import type { EmulatedAccount } from './accounts/accounts';
import type { EmulatedDocument } from './records/documents';
import type { EmulatedCallback, EmulatedSubscription } from './records/events';
import type { EmulatedGroup, EmulatedGroupTemplate } from './records/groups';
import type { EmulatedLink, EmulatedPage } from './records/pages';

/** All that the emulator remembers. Times are epoch milliseconds. */
export interface State {
  /** By e-mail address, the first account first. */
  readonly accounts: Map<string, EmulatedAccount>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, Grant>;
  readonly documents: Store<EmulatedDocument>;
  /** The two lists of documents, in the order in which they were uploaded, and all of the account with its templates. */
  readonly listed: Ranking<EmulatedDocument>;
  readonly groups: Store<EmulatedGroup>;
  /** By the time of their last change. */
  readonly listedGroups: Ranking<EmulatedGroup>;
  /** The ends of invites that were mailed. */
  readonly expiringDocuments: Agenda<EmulatedDocument>;
  readonly expiringGroups: Agenda<EmulatedGroup>;
  /** By the id of a document; the first one that it was put into. */
  readonly groupsOfDocuments: Map<string, EmulatedGroup>;
  readonly groupTemplates: Map<string, EmulatedGroupTemplate>;
  /** By the token in their address. */
  readonly links: Map<string, EmulatedLink>;
  /** Pages at which nobody signs, by the token in their address. */
  readonly pages: Map<string, EmulatedPage>;
  readonly subscriptions: Map<string, EmulatedSubscription>;
  /** The oldest first. */
  readonly callbacks: EmulatedCallback[];
  /** IDs of documents by that of a download link, until it is used. */
  readonly downloads: Map<string, string>;
}

/** A handler for every operation; the files beside implement some each. */
export type Handlers = HandlersOf<typeof operations, State>;

/** What a token is good for, and for whom. */
export interface Grant {
  readonly scope: string;
  /** E-mail address. */
  readonly account: string;
}

export interface AccessToken extends Grant {
  readonly expiresAt: number;
}

export function newId(tools: EmulatorTools): string {
  return tools.hex(40);
}

export function groupOf(state: State, documentId: string): EmulatedGroup | undefined {
  return state.groupsOfDocuments.get(documentId);
}

export function addGroup({ groups, groupsOfDocuments }: State, group: EmulatedGroup): void {
  groups.set(group.id, group);
  for (const id of group.documentIds) {
    if (!groupsOfDocuments.has(id)) groupsOfDocuments.set(id, group);
  }
}

export function removeGroup({ groups, groupsOfDocuments }: State, group: EmulatedGroup): void {
  groups.delete(group.id);
  for (const id of group.documentIds) {
    if (groupsOfDocuments.get(id) === group) groupsOfDocuments.delete(id);
  }
}
