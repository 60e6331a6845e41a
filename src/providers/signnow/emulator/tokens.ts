import type { Rejection } from '../../../core/emulation';
import { bearerOf, defineAccess, isClient } from '../../../kit/emulatedAccess';
import { keepNewest } from '../../../kit/store/keepNewest';
import { refuse } from '../failures';
import { unknownScopes } from '../operations/tokens';
import { demoCredentials } from './demo';
import type { Handlers, State } from './state';
import { viewUser } from './views/userView';

const thirtyDays = 2_592_000;

export const access = defineAccess<State>({
  credentials: demoCredentials,
  client: (request) =>
    isClient(request, demoCredentials) ? { account: demoCredentials.clientId } : refuse('invalid-client'),
  token: (headers, state, tools) => {
    const token = state.accessTokens.get(bearerOf(headers));
    if (token === undefined || token.expiresAt <= tools.now()) return refuse('invalid-token');
    return { account: demoCredentials.username };
  },
});

export const tokenHandlers = {
  getToken: ({ state, values: { body }, tools }) => {
    if (unknownScopes(body.scope).length > 0) return refuse('invalid-scope');
    const granted = grant(state, body);
    if ('failure' in granted) return granted;
    const { scope } = granted;
    const accessToken = tools.hex(64);
    const refreshToken = tools.hex(64);
    const lifetime = body.expiration_time ?? thirtyDays;
    state.accessTokens.set(accessToken, { scope, expiresAt: tools.now() + lifetime * 1000 });
    state.refreshTokens.set(refreshToken, { scope });
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
  getUser: ({ state }) => ({ status: 200, body: viewUser(state) }),
} satisfies Partial<Handlers>;

type TokenBody = Parameters<Handlers['getToken']>[0]['values']['body'];

function grant(state: State, body: TokenBody): { readonly scope: string } | Rejection {
  switch (body.grant_type) {
    case 'password': {
      const { username, password } = demoCredentials;
      const isKnown = body.username?.toLowerCase() === username && body.password === password;
      return isKnown ? { scope: body.scope ?? '*' } : refuse('invalid-credentials');
    }
    case 'refresh_token': {
      const known = state.refreshTokens.get(body.refresh_token ?? '');
      if (known === undefined) return refuse('invalid-request');
      state.refreshTokens.delete(body.refresh_token ?? '');
      return { scope: body.scope ?? known.scope };
    }
    // There is no consent page here, so no code was ever given out.
    case 'authorization_code':
      return refuse('invalid-request');
  }
}
