import type { EmulatorTools } from '../../../core/emulation';
import { defineAccess } from '../../../kit/emulatedAccess';
import { refuse } from '../failures';
import { accountAt, accounts, demoCredentials, type EmulatedAccount } from './account';
import { decryptText, encryptText } from './cipher';
import { type Handlers, type State, success } from './state';

/** "Very short-lived" is all that is documented. */
const lifeMs = 5 * 60_000;

/** The token as it stands in the header: one behind "Bearer" is none. The token calls look at their header themselves. */
export const access = defineAccess<State>({
  credentials: demoCredentials,
  accounts,
  client: () => ({ account: '' }),
  token: ({ authorization = '' }, state, tools) => {
    if (authorization === '') return refuse('bad-token');
    const token = state.tokens.get(authorization);
    if (token === undefined) return refuse('invalid-token');
    return token.expiresAt <= tools.now() ? refuse('null-reply') : { account: token.account };
  },
});

export const tokenHandlers = {
  encrypt: ({ values: { path } }) => success(encryptText(path.plainText, path.salt)),
  getToken: ({ state, values: { path }, headers, tools }) => {
    const key = decryptText(headers['authorization'] ?? '', path.salt);
    const account = [...state.accounts.values()].find(({ apiKey }) => apiKey === key);
    return account === undefined ? refuse('invalid-api-key') : success(newToken(state, account, tools));
  },
  getTokenByPassword: ({ state, values: { path }, headers, tools }) => {
    const password = decryptText(headers['authorization'] ?? '', path.salt);
    const account = accountAt(state, path.userName);
    return account !== undefined && password === account.password
      ? success(newToken(state, account, tools))
      : refuse('invalid-user-account');
  },
} satisfies Partial<Handlers>;

/** Encrypted like everything else of this API: base64 of blocks. */
function newToken(state: State, { userName: account }: EmulatedAccount, tools: EmulatorTools): string {
  const token = btoa(tools.hex(48));
  state.tokens.set(token, { account, expiresAt: tools.now() + lifeMs });
  return token;
}
