import type { EmulatorTools } from '../../../core/emulation';
import { defineAccess } from '../../../kit/emulatedAccess';
import { refuse } from '../failures';
import { demoCredentials, demoUser } from './account';
import { decryptText, encryptText } from './cipher';
import { type Handlers, type State, success } from './state';

/** "Very short-lived" is all that is documented. */
const lifeMs = 5 * 60_000;

/** The token as it stands in the header: one behind "Bearer" is none. The token calls look at their header themselves. */
export const access = defineAccess<State>({
  credentials: demoCredentials,
  client: () => ({ account: '' }),
  token: ({ authorization = '' }, state, tools) => {
    if (authorization === '') return refuse('bad-token');
    const expiresAt = state.tokens.get(authorization);
    if (expiresAt === undefined) return refuse('invalid-token');
    return expiresAt <= tools.now() ? refuse('null-reply') : { account: demoUser.userName };
  },
});

export const tokenHandlers = {
  encrypt: ({ values: { path } }) => success(encryptText(path.plainText, path.salt)),
  getToken: ({ state, values: { path }, headers, tools }) => {
    const key = decryptText(headers['authorization'] ?? '', path.salt);
    return key === demoCredentials.apiKey ? success(newToken(state, tools)) : refuse('invalid-api-key');
  },
  getTokenByPassword: ({ state, values: { path }, headers, tools }) => {
    const password = decryptText(headers['authorization'] ?? '', path.salt);
    const isKnown = path.userName.toLowerCase() === demoUser.userName && password === demoUser.password;
    return isKnown ? success(newToken(state, tools)) : refuse('invalid-user-account');
  },
} satisfies Partial<Handlers>;

/** Encrypted like everything else of this API: base64 of blocks. */
function newToken(state: State, tools: EmulatorTools): string {
  const token = btoa(tools.hex(48));
  state.tokens.set(token, tools.now() + lifeMs);
  return token;
}
