import type { EmulatorTools } from '../../../core/emulation';
import { defineAccess, tokenOf } from '../../../kit/emulatedAccess';
import { refuse } from '../failures';
import { oneSpan } from '../operations/oneSpan';
import { demoCredentials, disabledClientId } from './account';
import type { Handlers, State } from './state';

const oneHour = 3600;

const congaAccess = defineAccess<State>({
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

/** OneSpan's SDKs send the API key of the account as it is: `Basic <key>`. The demo account's is its client secret. */
export const access: typeof congaAccess = {
  ...congaAccess,
  authenticate: (request, operation, state, tools) => {
    const isOwner = request.dialect === oneSpan && request.headers['authorization'] === apiKeyHeader;
    return isOwner ? { account: demoCredentials.clientId } : congaAccess.authenticate(request, operation, state, tools);
  },
};

const apiKeyHeader = `Basic ${demoCredentials.clientSecret}`;

export const tokenHandlers = {
  getToken: ({ state, values: { body }, tools }) => {
    if (body.client_id === disabledClientId) return refuse('client-disabled');
    const { clientId, clientSecret } = demoCredentials;
    if (body.client_id !== clientId || body.client_secret !== clientSecret) return refuse('client-not-valid');
    const token = newToken(state, tools);
    return {
      status: 200,
      body: { access_token: token, expires_in: oneHour, token_type: 'Bearer', scope: body.scope },
    };
  },
  getClientAppToken: ({ state, values: { body }, tools }) => {
    const { clientId, clientSecret } = demoCredentials;
    if (body.clientId !== clientId || body.secret !== clientSecret) return refuse('client-app-not-valid');
    const accessToken = newToken(state, tools);
    return { status: 200, body: { accessToken, expiresAt: tools.now() + oneHour * 1000 } };
  },
} satisfies Partial<Handlers>;

function newToken(state: State, tools: EmulatorTools): string {
  const token = tools.hex(64);
  state.tokens.set(token, tools.now() + oneHour * 1000);
  return token;
}
