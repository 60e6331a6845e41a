import type * as z from 'zod';
import type { Headers, Reply } from './http';
import type { Call } from './operation';

export interface Auth {
  readonly kinds: readonly CredentialKind[];
  /** Headers for an operation's authorization; never called with `none`. */
  authorize(scheme: 'token' | 'client', session: AuthSession): Promise<Headers>;
  /** Without it there is no token call: the credentials are sent themselves. */
  acquire?(credentials: Credentials, call: Call, now: number): Promise<Token>;
  /** Undefined when the token cannot be refreshed; then a new one is acquired. */
  refresh?(credentials: Credentials, token: Token, call: Call, now: number): Promise<Token | undefined>;
  /** The reply says that the token is not valid (any more). */
  isTokenRejected(reply: Reply): boolean;
}

export interface AuthSession {
  readonly credentials: Credentials;
  /** The current token: cached, refreshed or newly fetched. */
  token(): Promise<Token>;
  readonly call: Call;
}

export interface CredentialKind {
  readonly id: string;
  readonly title: string;
  /** Strings only; `secret` in the meta data hides what is typed. Field names are camelCase. */
  readonly fields: z.ZodObject;
  /** Where a person signs in with a browser instead of copying a code. */
  readonly login?: BrowserLogin;
}

/** The authorization call of OAuth 2.0, as far as it is the API's own; state, redirect and PKCE are added. */
export interface BrowserLogin {
  /** Name of an entry of the environment's `hosts`; the base URL without it. */
  readonly host?: string;
  readonly path: string;
  /** With `{{credentials.name}}`. */
  readonly query: Readonly<Record<string, string>>;
  /** What of a login its sources do not say, a sentence each. */
  readonly undocumented: readonly string[];
}

/** The credentials that a sign-in gives, for the one call that follows it. */
export const loginCredentials = { code: 'code', verifier: 'codeVerifier', redirectUri: 'redirectUri' } as const;

export type Credentials = Readonly<Record<string, string>>;

export interface Token {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Epoch milliseconds. */
  readonly expiresAt?: number;
}
