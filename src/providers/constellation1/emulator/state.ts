import type { EmulatorTools, Rejection } from '../../../core/emulation';
import type { HandlersOf } from '../../../kit/defineEmulator';
import { firstByKey } from '../../../kit/firstByKey';
import { inOrder, isWaitingFor, type TurnTaking } from '../../../kit/signing';
import { type Agenda, agenda } from '../../../kit/store/agenda';
import { ExpiringMap } from '../../../kit/store/expiringMap';
import { type Lookup, lookup } from '../../../kit/store/lookup';
import { type Ranking, ranking } from '../../../kit/store/ranking';
import { Store } from '../../../kit/store/store';
import { isSessionOver, type SessionStatus, type SignerStatus, sessionStatus, signerStatus } from '../codes';
import { refuse } from '../failures';
import type { operations } from '../operations/operations';
import type { SessionInfoReply } from '../operations/replies';
import type { NewDocument, NewSession } from '../operations/sessions/sessionFields';
import type { KnownSigner } from '../operations/signers/signerFields';
import { demoAccount, type EmulatedAccount } from './account';

/** Everything the emulator remembers; handlers change it in place. */
export interface State {
  /** By user name, the first account first. */
  readonly accounts: Map<string, EmulatedAccount>;
  readonly tokens: Map<string, AccessToken>;
  /** By ID in lower case. */
  readonly sessions: Store<EmulatedSession>;
  /** By the IDs of their signers, in lower case. */
  readonly bySigner: Lookup<EmulatedSession>;
  readonly byTransaction: Lookup<EmulatedSession>;
  /** By status, as they were created. */
  readonly byStatus: Ranking<EmulatedSession>;
  /** The ends of sessions. */
  readonly agenda: Agenda<EmulatedSession>;
}

export function newState({ now }: EmulatorTools): State {
  const sessions = new Store<EmulatedSession>();
  return {
    accounts: new Map([[demoAccount.userName, demoAccount]]),
    tokens: new ExpiringMap<AccessToken>(now, ({ expiresAt }) => expiresAt),
    sessions,
    bySigner: lookup(sessions, ({ signers }) => signers.map(({ id }) => id.toLowerCase())),
    byTransaction: lookup(sessions, ({ info }) => [info.TransactionId]),
    byStatus: ranking(
      sessions,
      ({ status }) => [String(status)],
      () => 0,
    ),
    agenda: agenda(sessions, ({ info, status }) => (isSessionOver(status) ? undefined : readDate(info.ExpiresOn))),
  };
}

/** A handler for every operation; the files beside implement some each. */
export type Handlers = HandlersOf<typeof operations, State>;

type SessionInfo = NewSession['SessionInfo'];

export interface AccessToken {
  /** A user name. */
  readonly account: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface EmulatedSession {
  readonly id: string;
  readonly owner: EmulatedAccount;
  readonly info: SessionInfo & Pick<SessionInfoReply, 'CreatedOn'>;
  status: SessionStatus;
  readonly documents: Omit<NewDocument, 'FileBytes'>[];
  readonly signers: EmulatedSigner[];
  readonly createdAt: number;
  readonly log: LogEntry[];
}

/** What happened, and when. */
export interface LogEntry {
  readonly at: number;
  readonly text: string;
}

export interface EmulatedSigner {
  readonly id: string;
  values: Omit<KnownSigner, 'SignerId' | 'StatusCode' | 'StateCode'>;
  status: SignerStatus;
  readonly inviteToken: string;
  declinedReason: string;
}

/** The session with an ID, or why there is none. A session whose time has come expires here. */
export function sessionAt(state: State, id: string, now: number): EmulatedSession | Rejection {
  const found = state.sessions.get(id.toLowerCase());
  if (found === undefined) return refuse('session-not-found');
  expire(found, now);
  return found;
}

export function expire(session: EmulatedSession, now: number): void {
  const due = readDate(session.info.ExpiresOn);
  if (due !== undefined && due <= now && !isSessionOver(session.status)) session.status = sessionStatus.expired;
}

/** By ID, else by e-mail address: what else the API might look at is not documented. */
export function signerFinder({
  signers,
}: EmulatedSession): (known: Pick<KnownSigner, 'SignerId' | 'EmailAddress'>) => EmulatedSigner | undefined {
  const byId = firstByKey(signers, ({ id }): string | undefined => id.toLowerCase());
  const byEmail = firstByKey(signers, ({ values }) => values.EmailAddress?.toLowerCase());
  return ({ SignerId, EmailAddress }) =>
    byId.get(SignerId?.trim().toLowerCase()) ?? byEmail.get(EmailAddress?.trim().toLowerCase());
}

/** Was asked and may still sign. */
export function isAsked({ status }: EmulatedSigner): boolean {
  return status === signerStatus.invited || status === signerStatus.inProgress;
}

export function hasEnded({ status }: EmulatedSigner): boolean {
  return status === signerStatus.completed || status === signerStatus.delegated;
}

/** Signers in the order in which they sign. */
export function inSequence({ signers }: EmulatedSession): readonly EmulatedSigner[] {
  return inOrder(signers, sequenceOf);
}

export function sequenceOf({ values }: EmulatedSigner): number {
  return values.Sequence ?? 0;
}

export const turns: TurnTaking<EmulatedSigner> = { orderOf: sequenceOf, isDone: hasEnded };

/** One by one: somebody with a lower number has not ended. */
export function isWaiting(session: EmulatedSession, signer: EmulatedSigner): boolean {
  return session.info.UseSequence === 1 && isWaitingFor(session.signers, signer, turns);
}

export function note({ log }: EmulatedSession, text: string, tools: Pick<EmulatorTools, 'now'>): void {
  log.push({ at: tools.now(), text });
}

/** Whom the log speaks of. */
export function nameOf({ values }: EmulatedSigner): string {
  return `${values.FirstName ?? ''} ${values.LastName}`.trim();
}

export function success(value: string | null = null) {
  return { status: 200 as const, body: { Message: 'Success', Details: [], ReturnValue: value } };
}

/** `/Date(1893456000000)/`, with or without a time zone, or a date as everybody else writes it. */
function readDate(text: string | undefined): number | undefined {
  const milliseconds = /^\\?\/Date\((-?\d+)(?:[+-]\d{4})?\)\\?\/$/.exec(text ?? '')?.[1];
  const date = milliseconds === undefined ? Date.parse(text ?? '') : Number(milliseconds);
  return Number.isNaN(date) ? undefined : date;
}
