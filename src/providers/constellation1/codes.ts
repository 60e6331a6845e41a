import type { Status } from '../../core/documents';

/** Statuses of sessions by their code; 8 and 9 stand in newer copies of the documentation only. */
export const sessionStatus = {
  draft: 1,
  sent: 2,
  completed: 3,
  cancelled: 4,
  deleted: 5,
  paused: 6,
  expired: 7,
} as const;

export type SessionStatus = (typeof sessionStatus)[keyof typeof sessionStatus];

/** Statuses of signers by their code, from the page about the webhook. */
export const signerStatus = {
  pending: 1,
  invited: 2,
  inProgress: 3,
  completed: 4,
  cancelled: 5,
  declined: 6,
  delegated: 7,
  authenticationFailed: 8,
} as const;

export type SignerStatus = (typeof signerStatus)[keyof typeof signerStatus];

const sessions: Readonly<Record<number, Status>> = {
  1: { text: 'InDraft', tone: 'draft' },
  2: { text: 'InSent', tone: 'open' },
  3: { text: 'Completed', tone: 'done' },
  4: { text: 'Cancelled', tone: 'refused' },
  5: { text: 'Deleted', tone: 'none' },
  6: { text: 'InPaused', tone: 'waiting' },
  7: { text: 'Expired', tone: 'expired' },
  8: { text: 'Purged', tone: 'none' },
  9: { text: 'Archived', tone: 'none' },
};

const signers: Readonly<Record<number, Status>> = {
  1: { text: 'PendingInvite', tone: 'waiting' },
  2: { text: 'Invited', tone: 'open' },
  3: { text: 'InProgress', tone: 'open' },
  4: { text: 'Completed', tone: 'done' },
  5: { text: 'Cancelled', tone: 'refused' },
  6: { text: 'Declined', tone: 'refused' },
  7: { text: 'Delegated', tone: 'none' },
  8: { text: 'AuthenticationFailed', tone: 'refused' },
};

/** Undefined when the reply did not tell; a code that nobody documents is shown as it is. */
export function statusOfSession(code: number | undefined): Status | undefined {
  return code === undefined ? undefined : (sessions[code] ?? { text: `Status ${code}`, tone: 'none' });
}

export function describeSigner(code: number | undefined): Status | undefined {
  return code === undefined ? undefined : (signers[code] ?? { text: `Status ${code}`, tone: 'none' });
}

/** Neither signing nor changing goes on: the statuses in which the update of a session is refused. */
export function isSessionOver(code: number | undefined): boolean {
  return code !== undefined && [3, 4, 5, 7, 8, 9].includes(code);
}
