import { defineAccess, tokenOf } from '../../../kit/emulatedAccess';
import { refuse } from '../failures';

/** The demo account; made up, and of no use anywhere else. Keys are hexadecimal. */
const demoCredentials = { apiKey: 'e0e1e2e3e4e5e6e7e8e9eaebecedeeef' } as const;

export const access = defineAccess({
  credentials: demoCredentials,
  token: (headers) =>
    tokenOf(headers) === demoCredentials.apiKey ? { account: 'owner@example.com' } : refuse('unauthorized'),
});
