import { bearerOf, defineAccess } from '../../../kit/emulatedAccess';
import { refuse } from '../failures';
import { owner } from './accountRecords';

/** The demo account; made up, and of no use anywhere else. */
const demoCredentials = { apiKey: 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff' } as const;

export const access = defineAccess({
  credentials: demoCredentials,
  token: (headers) =>
    bearerOf(headers) === demoCredentials.apiKey ? { account: owner.email } : refuse('unauthorized'),
});
