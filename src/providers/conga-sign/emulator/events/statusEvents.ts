import type { EmulatorTools } from '../../../../core/emulation';
import type { CallbackEvent } from '../../operations/callbacks/callbackEvents';
import { signerIdOf } from '../access/lock';
import { consentId } from '../documents/consent';
import { type EmulatedPackage, type EmulatedRole, hasSignedAll, type PackageStatus, type State } from '../state';
import { tell } from './callbacks';

/* What is told of the course of a package. */

export function tellCreation(state: State, holder: EmulatedPackage, tools: EmulatorTools): void {
  const name = holder.values.type === 'TEMPLATE' ? 'TEMPLATE_CREATE' : 'PACKAGE_CREATE';
  tell(state, holder, { name, sessionUser: holder.sender.id }, tools);
  tellStatus(state, holder, 'DRAFT', tools);
}

interface Cause {
  /** ID of the signer who caused it; the sender without one. */
  readonly sessionUser?: string;
  readonly message?: string | undefined;
}

/** The status that a package has come to, where it is another one than before. */
export function tellStatus(
  state: State,
  holder: EmulatedPackage,
  before: PackageStatus,
  tools: EmulatorTools,
  { sessionUser = holder.sender.id, message }: Cause = {},
): void {
  if (holder.status === before) return;
  const name = statusEvents[holder.status];
  tell(state, holder, { name, sessionUser, ...(message !== undefined && { message }) }, tools);
}

/** Into the trash, or out of it. */
export function tellTrash(state: State, holder: EmulatedPackage, wasTrashed: boolean, tools: EmulatorTools): void {
  const isTrashed = holder.values.trashed ?? false;
  if (isTrashed === wasTrashed) return;
  tell(state, holder, { name: isTrashed ? 'PACKAGE_TRASH' : 'PACKAGE_RESTORE', sessionUser: holder.sender.id }, tools);
}

const statusEvents = {
  DRAFT: 'PACKAGE_DEACTIVATE',
  SENT: 'PACKAGE_ACTIVATE',
  COMPLETED: 'PACKAGE_COMPLETE',
  ARCHIVED: 'PACKAGE_ARCHIVE',
  DECLINED: 'PACKAGE_DECLINE',
  OPTED_OUT: 'PACKAGE_OPT_OUT',
  EXPIRED: 'PACKAGE_EXPIRE',
} as const satisfies Readonly<Record<PackageStatus, CallbackEvent>>;

/** The consent counts as a document, too. */
export function tellSigned(state: State, holder: EmulatedPackage, role: EmulatedRole, tools: EmulatorTools): void {
  const sessionUser = signerIdOf(role);
  for (const documentId of documentsOf(holder, role)) {
    tell(state, holder, { name: 'DOCUMENT_SIGNED', sessionUser, documentId }, tools);
  }
  tell(state, holder, { name: 'SIGNER_COMPLETE', sessionUser }, tools);
  if (holder.status === 'COMPLETED') tellStatus(state, holder, 'SENT', tools, { sessionUser });
  else if (hasSignedAll(holder)) tell(state, holder, { name: 'PACKAGE_READY_FOR_COMPLETE', sessionUser }, tools);
}

/** Told when the signer has opened the page for the first time. */
export function tellViewed(state: State, holder: EmulatedPackage, role: EmulatedRole, tools: EmulatorTools): void {
  for (const documentId of documentsOf(holder, role)) {
    tell(state, holder, { name: 'DOCUMENT_VIEWED', sessionUser: signerIdOf(role), documentId }, tools);
  }
}

function documentsOf({ documents }: EmulatedPackage, { body: { id } }: EmulatedRole): readonly string[] {
  const own = documents.filter(({ body }) => body.approvals.some(({ role }) => role === id));
  return [consentId, ...own.map(({ body }) => body.id)];
}
