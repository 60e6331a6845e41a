import type { Auth, AuthSession, CredentialKind, Credentials, Token } from '../../core/auth';
import type { Headers, Reply } from '../../core/http';
import type { Call } from '../../core/operation';

/** One way to prove who sends, made by a builder beside this file. */
export interface AuthKind {
  readonly kind: CredentialKind;
  /** The credential that tells this kind from those before it. */
  readonly mark: string;
  /** Fetches a token. Without it the credential of the mark is sent itself. */
  acquire?(credentials: Credentials, call: Call, now: number): Promise<Token>;
  /** A new token for the refresh token of an old one. */
  refresh?(credentials: Credentials, refreshToken: string, call: Call, now: number): Promise<Token>;
  /** The header of calls with client authorization, where it is this kind's own. */
  client?(session: AuthSession): Promise<string>;
}

export interface AuthOutline {
  /** The first is the default. Of those whose mark is among the credentials, the last counts. */
  readonly kinds: readonly [AuthKind, ...AuthKind[]];
  /** How a token stands in the header: behind "Bearer", or as it is. */
  readonly token?: 'bearer' | 'raw';
  /** How client ID and secret travel: as a header, or in the body so that no header is needed. */
  readonly client?: 'basic' | 'body';
  /** Any 401 without it. */
  readonly isTokenRejected?: (reply: Reply) => boolean;
}

export function defineAuth({ kinds, token = 'bearer', client = 'body', isTokenRejected }: AuthOutline): Auth {
  const kindOf = (credentials: Credentials) =>
    kinds.findLast(({ mark }) => credentials[mark] !== undefined) ?? kinds[0];
  const tokenHeader = (text: string): Headers => ({ authorization: token === 'bearer' ? `Bearer ${text}` : text });
  const authorize: Auth['authorize'] = async (scheme, session) => {
    const kind = kindOf(session.credentials);
    if (scheme === 'client') return clientHeader(kind, client, session);
    const own = kind.acquire === undefined ? session.credentials[kind.mark] : (await session.token()).accessToken;
    return tokenHeader(own ?? '');
  };
  return {
    kinds: kinds.map(({ kind }) => kind),
    authorize,
    isTokenRejected: isTokenRejected ?? (({ status }) => status === 401),
    ...(kinds.some(({ acquire }) => acquire !== undefined) && { acquire: acquireWith(kindOf) }),
    ...(kinds.some(({ refresh }) => refresh !== undefined) && { refresh: refreshWith(kinds, kindOf) }),
  };
}

type KindOf = (credentials: Credentials) => AuthKind;

function acquireWith(kindOf: KindOf): NonNullable<Auth['acquire']> {
  return async (credentials, call, now) => {
    const { acquire, mark } = kindOf(credentials);
    return acquire === undefined ? { accessToken: credentials[mark] ?? '' } : acquire(credentials, call, now);
  };
}

/** A refresh token stays in use when no other comes back. */
function refreshWith(kinds: readonly AuthKind[], kindOf: KindOf): NonNullable<Auth['refresh']> {
  const any = kinds.find(({ refresh }) => refresh !== undefined);
  return async (credentials, { refreshToken }, call, now) => {
    const refresh = kindOf(credentials).refresh ?? any?.refresh;
    if (refreshToken === undefined || refresh === undefined) return undefined;
    return { refreshToken, ...(await refresh(credentials, refreshToken, call, now)) };
  };
}

async function clientHeader(kind: AuthKind, client: 'basic' | 'body', session: AuthSession): Promise<Headers> {
  if (kind.client !== undefined) return { authorization: await kind.client(session) };
  return client === 'basic' ? { authorization: basic(session.credentials) } : {};
}

/** Empty when the connection has a ready token only; the API then refuses the client. */
function basic({ clientId = '', clientSecret = '' }: Credentials): string {
  const bytes = new TextEncoder().encode(`${clientId}:${clientSecret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
