import type { EmulatorTools } from '../../../../core/emulation';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedGroup } from '../records/groups';
import type { Invited } from '../records/invites';
import type { State } from '../state';
import { tellExpired } from './documentEvents';

const thirtyDays = 30 * 24 * 60;

/** When the time of an invite that was mailed runs out. */
export function expiryOf({ createdAt, settings }: Invited): number {
  return createdAt + (settings.link_expiration ?? thirtyDays) * 60_000;
}

/** An embedded invite that is not mailed is as good as each of its links. */
export function isMailed({ settings }: Invited, embedded: boolean): boolean {
  return !embedded || settings.delivery_type === 'email';
}

interface Expiring {
  readonly invited: Invited;
  readonly documentId: string;
  readonly inviteId: string;
}

/** When the next invite of a document runs out. */
export function expiryOfDocument(document: EmulatedDocument): number | undefined {
  return earliest(openInDocument(document));
}

export function expiryOfGroup(group: EmulatedGroup): number | undefined {
  return earliest(openInGroup(group));
}

/** Each whose time has run out is told of once. */
export function expireInvites(state: State, tools: EmulatorTools): void {
  const now = tools.now();
  const { expiringDocuments, expiringGroups, documents, groups } = state;
  for (let due = expiringDocuments.first(now); due !== undefined; due = expiringDocuments.first(now)) {
    const document = documents.get(due.id);
    if (document !== undefined) expire(state, openInDocument(document), tools);
  }
  for (let due = expiringGroups.first(now); due !== undefined; due = expiringGroups.first(now)) {
    const group = groups.get(due.id);
    if (group !== undefined) expire(state, openInGroup(group), tools);
  }
}

function expire(state: State, open: readonly Expiring[], tools: EmulatorTools): void {
  for (const { invited, ...place } of open) {
    if (expiryOf(invited) > tools.now()) continue;
    invited.isExpired = true;
    tellExpired(state, { ...place, email: invited.email }, tools);
  }
}

function openInDocument({ id: documentId, invites, requests }: EmulatedDocument): readonly Expiring[] {
  const mailed = invites.filter((invite) => isMailed(invite, invite.embedded));
  return [...mailed, ...requests.filter(({ canceled }) => !canceled)]
    .filter(isOpen)
    .map((invited) => ({ invited, documentId, inviteId: invited.id }));
}

function openInGroup({ invite }: EmulatedGroup): readonly Expiring[] {
  const { signers = [], embedded = false } = invite ?? {};
  return signers
    .filter((signer) => isMailed(signer, embedded) && isOpen(signer))
    .flatMap((invited) => {
      const [first] = invited.documents;
      return first === undefined ? [] : [{ invited, documentId: first.documentId, inviteId: first.inviteId }];
    });
}

function isOpen({ status, isExpired }: Invited): boolean {
  return !isExpired && (status === 'pending' || status === 'created');
}

function earliest(open: readonly Expiring[]): number | undefined {
  return open.length === 0 ? undefined : Math.min(...open.map(({ invited }) => expiryOf(invited)));
}
