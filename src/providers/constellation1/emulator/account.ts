import * as z from 'zod';
import { secretCredential } from '../../../kit/auth/credentialFields';
import { accountKey, defineAccounts, type WithAccounts } from '../../../kit/seeding/defineAccounts';
import { firstName, lastName, seedEmail } from '../../../kit/seeding/seedFields';

/** The demo account; made up, and of no use anywhere else. */
export const demoCredentials = {
  apiKey: 'emulator-api-key',
  salt: 'emulator-salt',
} as const;

/** The one user of the demo account. */
export const demoUser = {
  userName: 'agent@example.com',
  password: 'emulator-password',
  firstName: 'Dana',
  lastName: 'Agent',
} as const;

/** A user, and the key of the application that acts for them. */
export interface EmulatedAccount {
  readonly apiKey: string;
  readonly salt: string;
  readonly userName: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
}

export const demoAccount: EmulatedAccount = { ...demoCredentials, ...demoUser };

export const accountSchema = z.strictObject({
  userName: seedEmail.meta({ title: 'User name', description: 'E-mail address of the account.' }),
  password: secretCredential('Password', 'Of the account.'),
  apiKey: secretCredential('API key', 'Of the application that acts for the user.'),
  salt: secretCredential('Salt', 'Any text; what was encrypted with it is decrypted with it.'),
  firstName: z.exactOptional(firstName),
  lastName: z.exactOptional(lastName),
});

export const { accounts } = defineAccounts({
  schema: accountSchema,
  key: 'userName',
  make: (written): EmulatedAccount => ({ firstName: '', lastName: '', ...written }),
  credentials: ({ apiKey, salt }) => ({ apiKey, salt }),
});

type Accounts = WithAccounts<EmulatedAccount>;

export function accountAt({ accounts: known }: Accounts, userName: string): EmulatedAccount | undefined {
  return known.get(accountKey(userName.trim()));
}
