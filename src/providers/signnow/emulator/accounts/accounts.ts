import * as z from 'zod';
import type { Caller } from '../../../../core/emulation';
import { sha256 } from '../../../../core/hashing/sha256';
import { clientFields, secretCredential } from '../../../../kit/auth/credentialFields';
import { accountKey, accountOrFirst, defineAccounts, type WithAccounts } from '../../../../kit/seeding/defineAccounts';
import { firstName, lastName, seedEmail } from '../../../../kit/seeding/seedFields';

/** Somebody who signs in; documents belong to them by their e-mail address. */
export interface EmulatedAccount {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** An e-mail address in lower case. */
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Made up, and of no use anywhere else. */
export const demoCredentials = {
  clientId: 'emulator-client-id',
  clientSecret: 'emulator-client-secret',
  username: 'owner@example.com',
  password: 'emulator-password',
} as const;

export const demoUser = {
  id: '7c31d9e4b5f04a62a8c0e1d23f546b7980a1c2e3',
  firstName: 'Dana',
  lastName: 'Owner',
} as const;

export function demoAccounts(): Map<string, EmulatedAccount> {
  return new Map([[demoCredentials.username, { ...demoUser, ...demoCredentials }]]);
}

export const accountSchema = z.strictObject({
  username: seedEmail.meta({ title: 'User name', description: 'E-mail address of the account.' }),
  password: secretCredential('Password', 'Password of the account.'),
  ...clientFields('Of the application that signs in.'),
  firstName: z.exactOptional(firstName),
  lastName: z.exactOptional(lastName),
});

export const { accounts } = defineAccounts({
  schema: accountSchema,
  key: 'username',
  make: ({ username, firstName: first = '', lastName: last = '', ...credentials }): EmulatedAccount => {
    const address = accountKey(username);
    return { ...credentials, id: idOf(address), username: address, firstName: first, lastName: last };
  },
  credentials: ({ clientId, clientSecret, username, password }) => ({ clientId, clientSecret, username, password }),
});

/** Somebody has the same ID in each world, and after a restart. */
function idOf(address: string): string {
  return address === demoCredentials.username ? demoUser.id : sha256(new TextEncoder().encode(address)).slice(0, 40);
}

type Accounts = WithAccounts<EmulatedAccount>;

export function accountOf(state: Accounts, { account }: Caller): EmulatedAccount {
  return ownerOf(state, account);
}

/** Of a colleague nothing is known but the address. */
export function ownerOf(state: Accounts, address: string): EmulatedAccount {
  return accountOrFirst(state, address);
}

export function isKnown({ accounts: known }: Accounts, address: string): boolean {
  return known.has(address);
}

/** Who asks for a token is an application: the first account that it belongs to is meant. */
export function accountOfClient(
  { accounts: known }: Accounts,
  isClient: (account: EmulatedAccount) => boolean,
): EmulatedAccount | undefined {
  return [...known.values()].find(isClient);
}
