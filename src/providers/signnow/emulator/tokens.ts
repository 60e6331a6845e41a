import type { Rejection } from '../../../core/emulation';
import { bearerOf, defineAccess, isClient } from '../../../kit/emulatedAccess';
import { accountKey } from '../../../kit/seeding/defineAccounts';
import { keepNewest } from '../../../kit/store/keepNewest';
import { refuse } from '../failures';
import { unknownScopes } from '../operations/tokens';
import { accountOf, accountOfClient, accounts, demoCredentials } from './accounts/accounts';
import type { Grant, Handlers, State } from './state';
import { viewUser } from './views/userView';

const thirtyDays = 2_592_000;

export const access = defineAccess<State>({
  credentials: demoCredentials,
  accounts,
  client: (request, state) => {
    const account = accountOfClient(state, (one) => isClient(request, one));
    return account === undefined ? refuse('invalid-client') : { account: account.username };
  },
  token: (headers, state, tools) => {
    const token = state.accessTokens.get(bearerOf(headers));
    if (token === undefined || token.expiresAt <= tools.now()) return refuse('invalid-token');
    return { account: token.account };
  },
});

export const tokenHandlers = {
  getToken: ({ state, values: { body }, tools }) => {
    if (unknownScopes(body.scope).length > 0) return refuse('invalid-scope');
    const granted = grant(state, body);
    if ('failure' in granted) return granted;
    const { scope, account } = granted;
    const accessToken = tools.hex(64);
    const refreshToken = tools.hex(64);
    const lifetime = body.expiration_time ?? thirtyDays;
    state.accessTokens.set(accessToken, { scope, account, expiresAt: tools.now() + lifetime * 1000 });
    state.refreshTokens.set(refreshToken, { scope, account });
    keepNewest(state.refreshTokens);
    return {
      status: 200,
      body: {
        expires_in: lifetime,
        token_type: 'bearer',
        access_token: accessToken,
        refresh_token: refreshToken,
        scope,
        last_login: 1,
      },
    };
  },
  verifyToken: ({ state, headers, tools }) => {
    const accessToken = bearerOf(headers);
    const token = state.accessTokens.get(accessToken);
    if (token === undefined) return refuse('invalid-token');
    const left = Math.floor((token.expiresAt - tools.now()) / 1000);
    return {
      status: 200,
      body: { access_token: accessToken, scope: token.scope, expires_in: String(left), token_type: 'bearer' },
    };
  },
  getUser: ({ state, caller }) => ({ status: 200, body: viewUser(state, accountOf(state, caller)) }),
} satisfies Partial<Handlers>;

type TokenBody = Parameters<Handlers['getToken']>[0]['values']['body'];

function grant(state: State, body: TokenBody): Grant | Rejection {
  switch (body.grant_type) {
    case 'password': {
      const account = state.accounts.get(accountKey(body.username ?? ''));
      if (account === undefined || body.password !== account.password) return refuse('invalid-credentials');
      return { scope: body.scope ?? '*', account: account.username };
    }
    case 'refresh_token': {
      const known = state.refreshTokens.get(body.refresh_token ?? '');
      if (known === undefined) return refuse('invalid-request');
      state.refreshTokens.delete(body.refresh_token ?? '');
      return { ...known, scope: body.scope ?? known.scope };
    }
    // There is no consent page here, so no code was ever given out.
    case 'authorization_code':
      return refuse('invalid-request');
  }
}
