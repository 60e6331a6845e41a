import { defineAccess, tokenOf } from '../../../kit/emulatedAccess';
import { refuse } from '../failures';
import { demoCredentials, disabledClientId } from './account';
import type { Handlers, State } from './state';

const oneHour = 3600;

export const access = defineAccess<State>({
  credentials: demoCredentials,
  // Client ID and secret travel in the body, but a header that is there has to be one for clients.
  client: ({ headers: { authorization = '' } }) =>
    authorization === '' || /^Basic\s+\S+$/i.test(authorization)
      ? { account: demoCredentials.clientId }
      : refuse('client-header'),
  token: (headers, state, tools) => {
    const expiresAt = state.tokens.get(tokenOf(headers));
    if (expiresAt === undefined || expiresAt <= tools.now()) return refuse('not-authorized');
    return { account: demoCredentials.clientId };
  },
});

export const tokenHandlers = {
  getToken: ({ state, values: { body }, tools }) => {
    if (body.client_id === disabledClientId) return refuse('client-disabled');
    const { clientId, clientSecret } = demoCredentials;
    if (body.client_id !== clientId || body.client_secret !== clientSecret) return refuse('client-not-valid');
    const token = tools.hex(64);
    state.tokens.set(token, tools.now() + oneHour * 1000);
    return {
      status: 200,
      body: { access_token: token, expires_in: oneHour, token_type: 'Bearer', scope: body.scope },
    };
  },
} satisfies Partial<Handlers>;
