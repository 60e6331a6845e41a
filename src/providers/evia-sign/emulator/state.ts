import type { HandlersOf } from '../../../kit/defineEmulator';
import { isWaitingFor, type TurnTaking } from '../../../kit/signing';
import type { operations } from '../operations/operations';
import type { EmulatedAccount } from './account';

/** Everything the emulator remembers; handlers change it in place. */
export interface State {
  /** By client ID, the first account first. */
  readonly accounts: Map<string, EmulatedAccount>;
  readonly accessTokens: Map<string, AccessToken>;
  /** Client IDs by token: the newest; those of the accounts are always good. */
  readonly refreshTokens: Map<string, string>;
  /** Of sign-ins whose code nobody has exchanged yet. */
  readonly codes: Map<string, IssuedCode>;
  /** Uploaded files by document token. */
  readonly documents: Map<string, EmulatedDocument>;
  /** By ID in lower case. */
  readonly requests: Map<string, SignatureRequest>;
  readonly webhooks: Webhook[];
}

/** A handler for every operation; the files beside implement some each. */
export type Handlers = HandlersOf<typeof operations, State>;

export interface AccessToken {
  /** A client ID. */
  readonly account: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface IssuedCode {
  /** Whoever began the sign-in. */
  readonly clientId: string;
  /** Of PKCE; undefined where none was sent. */
  readonly challenge: string | undefined;
  readonly redirectUri: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface SignatureRequest {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly documents: readonly EmulatedDocument[];
  readonly callback: Callback;
  readonly signatories: Signatory[];
  isSent: boolean;
}

export interface EmulatedDocument {
  readonly token: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whom a request reports to, and what. */
export interface Callback {
  readonly url: string | undefined;
  readonly types: readonly (string | number)[] | undefined;
  readonly attachesDocuments: boolean;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
}

export interface Signatory {
  readonly id: string;
  readonly part: 'signer' | 'approver' | 'copy';
  readonly order: number;
  readonly stamps: Stamp[];
  name: string;
  email: string;
  privateMessage: string;
  otp: Otp;
  answer: 'completed' | 'declined' | undefined;
}

export interface Stamp {
  readonly type: string;
  readonly identifier: string;
}

export interface Otp {
  readonly IsRequired?: boolean | undefined;
  readonly AccessCode?: string | undefined;
  readonly MobileNumber?: string | undefined;
  readonly Type?: number | undefined;
}

export function requestAt(state: State, id: string): SignatureRequest | undefined {
  return state.requests.get(id.toLowerCase());
}

/** Those who get a copy have nothing to complete. */
export function signersOf({ signatories }: SignatureRequest): readonly Signatory[] {
  return signatories.filter(({ part }) => part !== 'copy');
}

export function isCompleted(request: SignatureRequest): boolean {
  return signersOf(request).every(turns.isDone);
}

export const turns: TurnTaking<Signatory> = {
  orderOf: ({ order }) => order,
  isDone: ({ answer }) => answer === 'completed',
};

/** Somebody with a lower order has not completed. */
export function isWaiting(request: SignatureRequest, signatory: Signatory): boolean {
  return isWaitingFor(signersOf(request), signatory, turns);
}

/** One who declines ends the request for all. */
export function isDeclined(request: SignatureRequest): boolean {
  return signersOf(request).some(({ answer }) => answer === 'declined');
}

/** The emulator's own words: which statuses EVIA has is not documented. */
export function statusOf(request: SignatureRequest, signatory: Signatory): string {
  if (signatory.part === 'copy') return 'gets a copy';
  if (signatory.answer !== undefined) return signatory.answer;
  if (!request.isSent) return 'not asked yet';
  return isWaiting(request, signatory) ? 'waiting' : 'asked to sign';
}

/** Spelled the same if there is one, else in any case: which of both the API does is not documented. */
export function signatoryByEmail({ signatories }: SignatureRequest, email: string): Signatory | undefined {
  return (
    signatories.find((signatory) => signatory.email === email) ??
    signatories.find((signatory) => signatory.email.toLowerCase() === email.toLowerCase())
  );
}
