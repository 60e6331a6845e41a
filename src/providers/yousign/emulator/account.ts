import * as z from 'zod';
import type { Caller } from '../../../core/emulation';
import { uuidOfText } from '../../../core/hashing/uuidOfText';
import { secretCredential } from '../../../kit/auth/credentialFields';
import { defineAccess, tokenOf } from '../../../kit/emulatedAccess';
import {
  accountKey,
  accountOrFirst,
  accountWith,
  defineAccounts,
  type WithAccounts,
} from '../../../kit/seeding/defineAccounts';
import { email, firstName, lastName, phone } from '../../../kit/seeding/seedFields';
import { refuse } from '../failures';
import type { UserReply } from '../operations/replies';
import type { EmulatedAccount } from './state';
import { owner, userOf } from './users';

/** The demo account; made up, and of no use anywhere else. Keys are hexadecimal. */
const demoCredentials = { apiKey: 'e0e1e2e3e4e5e6e7e8e9eaebecedeeef' } as const;

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
  phone: z.exactOptional(phone),
});

const { accounts } = defineAccounts({
  schema: accountSchema,
  key: 'apiKey',
  make: ({ apiKey, ...person }, { users }: Accounts): EmulatedAccount => {
    const address = accountKey(person.email);
    const known = [...users.values()].find((one) => one.email === address);
    const id = known?.id ?? `/users/${uuidOfText(address)}`;
    const user = userOf(id, { phone: known?.phone ?? owner.phone ?? '', ...person, email: address });
    users.set(id, user);
    return { apiKey, user };
  },
  credentials: ({ apiKey }) => ({ apiKey }),
});

export const access = defineAccess<Accounts>({
  credentials: demoCredentials,
  accounts,
  token: (headers, state) => {
    const account = accountWith(state, 'apiKey', tokenOf(headers));
    return account === undefined ? refuse('unauthorized') : { account: account.apiKey };
  },
});

/** Who makes what is made by a call. */
export function creatorOf(state: Accounts, { account }: Caller): UserReply {
  return accountOrFirst(state, account).user;
}
