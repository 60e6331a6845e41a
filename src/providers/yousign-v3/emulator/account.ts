import * as z from 'zod';
import type { Caller } from '../../../core/emulation';
import { uuidOfText } from '../../../core/hashing/uuidOfText';
import { secretCredential } from '../../../kit/auth/credentialFields';
import { bearerOf, defineAccess } from '../../../kit/emulatedAccess';
import {
  accountKey,
  accountOrFirst,
  accountWith,
  defineAccounts,
  type WithAccounts,
} from '../../../kit/seeding/defineAccounts';
import { email, firstName, lastName } from '../../../kit/seeding/seedFields';
import { refuse } from '../failures';
import type { UserReply } from '../operations/users';
import { owner, userOf } from './accountRecords';

/** A key, and the user that made it. */
export interface EmulatedAccount {
  readonly apiKey: string;
  readonly user: UserReply;
}

/** The demo account; made up, and of no use anywhere else. */
const demoCredentials = { apiKey: 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff' } as const;

export function demoAccounts(): Map<string, EmulatedAccount> {
  return new Map([[demoCredentials.apiKey, { ...demoCredentials, user: owner }]]);
}

interface Accounts extends WithAccounts<EmulatedAccount> {
  readonly users: Map<string, UserReply>;
}

export const accountSchema = z.strictObject({
  apiKey: secretCredential('API key', 'Of the organization.'),
  email,
  firstName,
  lastName,
});

const { accounts } = defineAccounts({
  schema: accountSchema,
  key: 'apiKey',
  make: ({ apiKey, ...person }, { users }: Accounts): EmulatedAccount => {
    const address = accountKey(person.email);
    const known = [...users.values()].find((one) => one.email === address);
    const id = known?.id ?? uuidOfText(address);
    const user = userOf(id, { ...person, email: address }, known?.role ?? 'admin');
    users.set(id, user);
    return { apiKey, user };
  },
  credentials: ({ apiKey }) => ({ apiKey }),
});

export const access = defineAccess<Accounts>({
  credentials: demoCredentials,
  accounts,
  token: (headers, state) => {
    const account = accountWith(state, 'apiKey', bearerOf(headers));
    return account === undefined ? refuse('unauthorized') : { account: account.apiKey };
  },
});

/** Who sends what is made by a call. */
export function senderOf(state: Accounts, { account }: Caller): UserReply {
  return accountOrFirst(state, account).user;
}
