import type { EmulatorTools } from '../../../core/emulation';
import { bearerOf, defineAccess, isClient } from '../../../kit/emulatedAccess';
import { accountWith } from '../../../kit/seeding/defineAccounts';
import { keepNewest } from '../../../kit/store/keepNewest';
import { refuse } from '../failures';
import { accounts, demoCredentials } from './account';
import { takeCode } from './login';
import type { Handlers, State } from './state';

const oneHour = 3600;

export const access = defineAccess<State>({
  credentials: demoCredentials,
  accounts,
  client: (request, state) => {
    const account = [...state.accounts.values()].find((one) => isClient(request, one));
    return account === undefined ? refuse('invalid-client') : { account: account.clientId };
  },
  token: (headers, state, tools) => {
    const token = state.accessTokens.get(bearerOf(headers));
    return token === undefined || token.expiresAt <= tools.now() ? refuse('unauthorized') : { account: token.account };
  },
});

export const tokenHandlers = {
  getToken: ({ state, values: { body }, caller: { account }, tools }) =>
    body.code === accountWith(state, 'clientId', account)?.code || takeCode(state, account, tools, body)
      ? issueToken(state, account, tools)
      : refuse('invalid-grant'),
  refreshToken: ({ state, values: { body }, caller: { account }, tools }) =>
    body.Refresh_Token === accountWith(state, 'clientId', account)?.refreshToken ||
    state.refreshTokens.get(body.Refresh_Token) === account
      ? issueToken(state, account, tools)
      : refuse('invalid-grant'),
} satisfies Partial<Handlers>;

/** Code and refresh tokens stay good, so that each run of the command line gets a token with the printed ones. */
function issueToken(state: State, account: string, tools: EmulatorTools) {
  const accessToken = tools.hex(64);
  const refreshToken = tools.hex(64);
  state.accessTokens.set(accessToken, { account, expiresAt: tools.now() + oneHour * 1000 });
  state.refreshTokens.set(refreshToken, account);
  keepNewest(state.refreshTokens);
  return {
    status: 200 as const,
    body: { access_token: accessToken, token_type: 'bearer', expires_in: oneHour, refresh_token: refreshToken },
  };
}
