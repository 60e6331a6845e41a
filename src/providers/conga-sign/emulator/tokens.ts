import type { EmulatorTools } from '../../../core/emulation';
import { defineAccess, tokenOf } from '../../../kit/emulatedAccess';
import { accountWith, firstAccount } from '../../../kit/seeding/defineAccounts';
import { refuse } from '../failures';
import { oneSpan } from '../operations/oneSpan';
import { operations } from '../operations/operations';
import { sessionOf } from './access/sessions';
import { accounts, demoCredentials, disabledClientId, type EmulatedAccount } from './account';
import type { Handlers, State } from './state';

const oneHour = 3600;

const congaAccess = defineAccess<State>({
  credentials: demoCredentials,
  accounts,
  // Client ID and secret travel in the body, but a header that is there has to be one for clients.
  client: ({ headers: { authorization = '' } }, state) =>
    authorization === '' || /^Basic\s+\S+$/i.test(authorization)
      ? { account: firstAccount(state).clientId }
      : refuse('client-header'),
  token: (headers, state, tools) => {
    const token = state.tokens.get(tokenOf(headers));
    return token === undefined || token.expiresAt <= tools.now()
      ? refuse('not-authorized')
      : { account: token.account };
  },
});

/**
 * OneSpan's SDKs send the API key of the account as it is: `Basic <key>`. Here it is the client secret.
 * Signers bring what they must attach in the session that their token has opened, and may do nothing else there.
 */
export const access: typeof congaAccess = {
  ...congaAccess,
  authenticate: (request, operation, state, tools) => {
    const { authorization, cookie } = request.headers;
    const byKey = request.dialect === oneSpan ? accountOfKey(state, authorization) : undefined;
    if (byKey !== undefined) return { account: byKey.clientId };
    const session = authorization === undefined ? sessionOf(cookie, state, tools.now()) : undefined;
    if (session === undefined) return congaAccess.authenticate(request, operation, state, tools);
    return ofSigners.has(operation.id) ? { account: session } : refuse('access-denied');
  },
};

function accountOfKey({ accounts: known }: State, authorization: string | undefined): EmulatedAccount | undefined {
  return [...known.values()].find(({ clientSecret }) => authorization === `Basic ${clientSecret}`);
}

function accountOfClient(state: State, id: string, secret: string): EmulatedAccount | undefined {
  const account = accountWith(state, 'clientId', id);
  return account?.clientSecret === secret ? account : undefined;
}

const ofSigners = new Set<string>([
  operations.uploadAttachment.id,
  operations.downloadAttachment.id,
  operations.downloadAttachmentFile.id,
  operations.deleteAttachmentFile.id,
]);

export const tokenHandlers = {
  getToken: ({ state, values: { body }, tools }) => {
    if (body.client_id === disabledClientId) return refuse('client-disabled');
    const account = accountOfClient(state, body.client_id, body.client_secret);
    if (account === undefined) return refuse('client-not-valid');
    const token = newToken(state, account, tools);
    return {
      status: 200,
      body: { access_token: token, expires_in: oneHour, token_type: 'Bearer', scope: body.scope },
    };
  },
  getClientAppToken: ({ state, values: { body }, tools }) => {
    const account = accountOfClient(state, body.clientId, body.secret);
    if (account === undefined) return refuse('client-app-not-valid');
    const accessToken = newToken(state, account, tools);
    return { status: 200, body: { accessToken, expiresAt: tools.now() + oneHour * 1000 } };
  },
} satisfies Partial<Handlers>;

function newToken(state: State, { clientId: account }: EmulatedAccount, tools: EmulatorTools): string {
  const token = tools.hex(64);
  state.tokens.set(token, { account, expiresAt: tools.now() + oneHour * 1000 });
  return token;
}
