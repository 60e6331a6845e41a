import * as z from 'zod';
import { clientFields, secretCredential } from '../../../kit/auth/credentialFields';
import { defineAccounts } from '../../../kit/seeding/defineAccounts';
import { firstName, lastName, seedEmail } from '../../../kit/seeding/seedFields';

/** The demo account; made up, and of no use anywhere else. */
export const demoCredentials = {
  clientId: 'emulator-client-id',
  clientSecret: 'emulator-client-secret',
  code: 'emulator-authorization-code',
  refreshToken: 'emulator-refresh-token',
} as const;

/** An application, and the user that signs in for it. */
export interface EmulatedAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly code: string;
  readonly refreshToken: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export const demoAccount: EmulatedAccount = {
  ...demoCredentials,
  email: 'owner@example.com',
  firstName: 'Demo',
  lastName: 'user',
};

export const accountSchema = z.strictObject({
  ...clientFields('Of the application.'),
  code: secretCredential('Authorization code', 'Good for as many tokens as are asked for.'),
  refreshToken: secretCredential('Refresh token', 'As good as the code.'),
  email: z.exactOptional(seedEmail),
  firstName: z.exactOptional(firstName),
  lastName: z.exactOptional(lastName),
});

export const { accounts } = defineAccounts({
  schema: accountSchema,
  key: 'clientId',
  // Of a person who is named nothing is made up.
  make: (written): EmulatedAccount => ({
    ...demoAccount,
    ...(written.email !== undefined && { firstName: '', lastName: '' }),
    ...written,
  }),
  credentials: ({ clientId, clientSecret, code, refreshToken }) => ({ clientId, clientSecret, code, refreshToken }),
});
