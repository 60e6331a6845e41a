import type { EmulatorTools, SigningContext, SigningEntry } from '../../../../core/emulation';
import { tokenLifetimeMinutes } from '../../operations/tokens/tokenLifetime';
import { authAddress, sessionPath } from '../signingPages';
import type { State } from '../state';
import type { SignerToken } from './accessState';

const lifetime = tokenLifetimeMinutes * 60_000;

export function newSignerToken(
  of: Pick<SignerToken, 'packageId' | 'roleId' | 'isSingleUse'>,
  tools: EmulatorTools,
): SignerToken {
  return { ...of, expiresAt: tools.now() + lifetime, openedAt: undefined };
}

/** Whoever opens the page needs a token that is good; whoever has opened it may go on for as long as a session lasts. */
export function isGood(token: SignerToken, now: number, isOpening: boolean): boolean {
  const isSpent = token.isSingleUse && token.openedAt !== undefined;
  if (isOpening) return !isSpent && now < token.expiresAt;
  return now < (token.openedAt ?? token.expiresAt - lifetime) + lifetime;
}

/** `/auth?signerAuthenticationToken=…`: with a target it leads to the page, without one it tells the session. */
export function enterByToken({ state, path, query, tools }: SigningContext<State>): SigningEntry | undefined {
  if (path !== authAddress) return undefined;
  const token = state.signerTokens.get(tokenIn(query));
  if (token === undefined || !isGood(token, tools.now(), true)) return undefined;
  token.openedAt = tools.now();
  const session = tools.uuid();
  const { packageId, roleId } = token;
  state.signerTokens.set(session, newSignerToken({ packageId, roleId, isSingleUse: false }, tools));
  const headers = { 'set-cookie': `${sessionCookie}=${session}; Path=/; HttpOnly` };
  return query['target'] === undefined
    ? { body: { sessionToken: session }, headers }
    : { path: sessionPath(session), headers };
}

/** The descriptions call the parameter after the sender, the guide and the SDKs after the signer. */
export function tokenIn(query: SigningContext<State>['query']): string {
  return query['signerAuthenticationToken'] ?? query['senderAuthenticationToken'] ?? query['sessionToken'] ?? '';
}

/** The session in which a signer makes calls, as OneSpan's SDKs send it. */
export function sessionOf(cookies: string | undefined, state: State, now: number): string | undefined {
  const value = new RegExp(`(?:^|;\\s*)${sessionCookie}=([^;\\s]+)`).exec(cookies ?? '')?.[1] ?? '';
  const token = state.signerTokens.get(value);
  return token !== undefined && !token.isSingleUse && isGood(token, now, false) ? value : undefined;
}

const sessionCookie = 'ESIGNLIVE_SESSION_ID';
