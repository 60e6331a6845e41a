import type { Credentials, Token } from '../../core/auth';
import type { Call, RequestSchemas } from '../../core/operation';
import { readToken, type TokenNames } from '../../core/sending/tokens/readToken';
import { ask, type Callable, type CallValues } from '../calls';

/** Asks the API for a token. Its values refer to the credentials by `{{credentials.name}}`. */
export type TokenCall = (call: Call, credentials: Credentials, now: number) => Promise<Token>;

interface TokenReply {
  readonly names: TokenNames;
  /** How long a token is used of which nobody says how long it lives. */
  readonly lifeMs?: number;
}

const oauthReply: TokenReply = { names: { token: 'access_token', refresh: 'refresh_token', lifetime: 'expires_in' } };

/** A token call by its operation and values; a reply of OAuth 2.0, unless it says otherwise. */
export function tokenCall<S extends RequestSchemas>(
  operation: Callable<S>,
  values: CallValues<S>,
  { names, lifeMs }: TokenReply = oauthReply,
): TokenCall {
  return async (call, credentials, now) => {
    const token = readToken(await ask(call, operation, values, credentials), names, now);
    return lifeMs === undefined ? token : { ...token, expiresAt: now + lifeMs };
  };
}

/** How a token call of OAuth 2.0 travels. */
export const oauthCall = { method: 'POST', encoding: 'form', authorization: 'client' } as const;
