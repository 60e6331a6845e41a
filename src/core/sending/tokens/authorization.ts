import type { Auth, Credentials, Token } from '../../auth';
import type { Connection } from '../../connections/connection';
import type { Headers } from '../../http';
import type { Call } from '../../operation';
import { CallFailed } from '../callFailed';
import { UnusableToken } from './readToken';
import type { TokenCache } from './tokenCache';

/** A token this close to its end is renewed instead of sent. */
const marginMs = 30_000;

export interface AuthorizationContext {
  readonly auth: Auth;
  readonly connection: Connection;
  readonly credentials: Credentials;
  readonly tokens: TokenCache;
  readonly call: Call;
  readonly now: () => number;
}

/** The headers of an authorization scheme, with a token that is cached, refreshed or new. */
export async function authorize(scheme: 'token' | 'client' | 'none', context: AuthorizationContext): Promise<Headers> {
  if (scheme === 'none') return {};
  return context.auth.authorize(scheme, {
    credentials: context.credentials,
    token: () => context.tokens.shared(context.connection, (cached) => currentToken(cached, context)),
    call: context.call,
  });
}

/** A new token, whatever the life of the one that is there. */
export async function renewToken(context: AuthorizationContext): Promise<Token> {
  const { tokens, connection } = context;
  return tokens.shared(connection, (cached) => currentToken(cached && { ...cached, expiresAt: 0 }, context));
}

async function currentToken(cached: Token | undefined, context: AuthorizationContext): Promise<Token> {
  const { auth, credentials, call, now } = context;
  if (cached && (cached.expiresAt ?? Number.POSITIVE_INFINITY) - marginMs > now()) return cached;
  const refreshed = cached && (await refresh(cached, context));
  if (refreshed) return refreshed;
  if (auth.acquire === undefined)
    throw new Error('The provider has no token call, yet its authorization asks for a token.');
  return auth.acquire(credentials, call, now());
}

/** A refresh token that is no longer good is no failure yet: the credentials may get a new token. */
async function refresh(
  cached: Token,
  { auth, credentials, call, now }: AuthorizationContext,
): Promise<Token | undefined> {
  try {
    return await auth.refresh?.(credentials, cached, call, now());
  } catch (error: unknown) {
    if (error instanceof UnusableToken || (error instanceof CallFailed && error.outcome.kind === 'replied'))
      return undefined;
    throw error;
  }
}
