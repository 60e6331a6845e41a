import type { EmulatorTools } from '../../../core/emulation';
import { defineAccess, tokenOf } from '../../../kit/emulatedAccess';
import { refuse } from '../failures';
import { oneSpan } from '../operations/oneSpan';
import { operations } from '../operations/operations';
import { sessionOf } from './access/sessions';
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

/**
 * OneSpan's SDKs send the API key of the account as it is: `Basic <key>`. The demo account's is its client secret.
 * Signers bring what they must attach in the session that their token has opened, and may do nothing else there.
 */
export const access: typeof congaAccess = {
  ...congaAccess,
  authenticate: (request, operation, state, tools) => {
    const { authorization, cookie } = request.headers;
    if (request.dialect === oneSpan && authorization === apiKeyHeader) return { account: demoCredentials.clientId };
    const session = authorization === undefined ? sessionOf(cookie, state, tools.now()) : undefined;
    if (session === undefined) return congaAccess.authenticate(request, operation, state, tools);
    return ofSigners.has(operation.id) ? { account: session } : refuse('access-denied');
  },
};

const apiKeyHeader = `Basic ${demoCredentials.clientSecret}`;

const ofSigners = new Set<string>([
  operations.uploadAttachment.id,
  operations.downloadAttachment.id,
  operations.downloadAttachmentFile.id,
  operations.deleteAttachmentFile.id,
]);

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
