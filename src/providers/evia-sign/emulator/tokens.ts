import type { Caller, EmulatedRequest, EmulatorTools, Rejection } from '../../../core/emulation';
import type { Operation } from '../../../core/operation';
import { refuse } from '../failures';
import { demoCredentials } from './account';
import type { Handlers, State } from './state';

const oneHour = 3600;

/** Bearer tokens for most calls; client ID and secret as a header, or as fields of the form, for the token calls. */
export function authenticate(
  request: EmulatedRequest,
  operation: Operation,
  state: State,
  tools: EmulatorTools,
): Caller | Rejection {
  const account = demoCredentials.clientId;
  if (operation.authorization === 'client') return isClient(request) ? { account } : refuse('invalid-client');
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
  const expiresAt = state.accessTokens.get(token);
  return expiresAt === undefined || expiresAt <= tools.now() ? refuse('unauthorized') : { account };
}

export const tokenHandlers = {
  getToken: ({ state, values: { body }, tools }) =>
    body.code === demoCredentials.code ? issueToken(state, tools) : refuse('invalid-grant'),
  refreshToken: ({ state, values: { body }, tools }) =>
    state.refreshTokens.has(body.Refresh_Token) ? issueToken(state, tools) : refuse('invalid-grant'),
} satisfies Partial<Handlers>;

/** Code and refresh tokens stay good, so that each run of the command line gets a token with the printed ones. */
function issueToken(state: State, tools: EmulatorTools) {
  const accessToken = tools.hex(64);
  const refreshToken = tools.hex(64);
  state.accessTokens.set(accessToken, tools.now() + oneHour * 1000);
  state.refreshTokens.add(refreshToken);
  return {
    status: 200 as const,
    body: { access_token: accessToken, token_type: 'bearer', expires_in: oneHour, refresh_token: refreshToken },
  };
}

function isClient({ headers, body }: EmulatedRequest): boolean {
  const { clientId, clientSecret } = demoCredentials;
  const { authorization } = headers;
  if (authorization !== undefined) return authorization === `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
  const form = new URLSearchParams(new TextDecoder('utf-8').decode(body));
  return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
}
