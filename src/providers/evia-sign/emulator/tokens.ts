import type { EmulatorTools } from '../../../core/emulation';
import { bearerOf, defineAccess, isClient } from '../../../kit/emulatedAccess';
import { keepNewest } from '../../../kit/store/keepNewest';
import { refuse } from '../failures';
import { demoCredentials } from './account';
import { takeCode } from './login';
import type { Handlers, State } from './state';

const oneHour = 3600;

const account = demoCredentials.clientId;

export const access = defineAccess<State>({
  credentials: demoCredentials,
  client: (request) => (isClient(request, demoCredentials) ? { account } : refuse('invalid-client')),
  token: (headers, state, tools) => {
    const expiresAt = state.accessTokens.get(bearerOf(headers));
    return expiresAt === undefined || expiresAt <= tools.now() ? refuse('unauthorized') : { account };
  },
});

export const tokenHandlers = {
  getToken: ({ state, values: { body }, tools }) =>
    body.code === demoCredentials.code || takeCode(state, tools, body)
      ? issueToken(state, tools)
      : refuse('invalid-grant'),
  refreshToken: ({ state, values: { body }, tools }) =>
    body.Refresh_Token === demoCredentials.refreshToken || state.refreshTokens.has(body.Refresh_Token)
      ? issueToken(state, tools)
      : refuse('invalid-grant'),
} satisfies Partial<Handlers>;

/** Code and refresh tokens stay good, so that each run of the command line gets a token with the printed ones. */
function issueToken(state: State, tools: EmulatorTools) {
  const accessToken = tools.hex(64);
  const refreshToken = tools.hex(64);
  state.accessTokens.set(accessToken, tools.now() + oneHour * 1000);
  state.refreshTokens.add(refreshToken);
  keepNewest(state.refreshTokens);
  return {
    status: 200 as const,
    body: { access_token: accessToken, token_type: 'bearer', expires_in: oneHour, refresh_token: refreshToken },
  };
}
