import * as z from 'zod';
import type { Caller } from '../../../core/emulation';
import { sha256 } from '../../../core/hashing/sha256';
import { clientFields } from '../../../kit/auth/credentialFields';
import { accountKey, accountOrFirst, defineAccounts, type WithAccounts } from '../../../kit/seeding/defineAccounts';
import { firstName, lastName, seedEmail } from '../../../kit/seeding/seedFields';
import type { SenderReply } from '../operations/packages/senderReply';

/** The demo account; made up, and of no use anywhere else. */
export const demoCredentials = {
  clientId: 'emulator-client-id',
  clientSecret: 'emulator-client-secret',
} as const;

/** A client that exists, but may not get tokens any more. */
export const disabledClientId = 'emulator-disabled-client-id';

export const demoSender = {
  id: 'sender-1',
  email: 'owner@example.com',
  firstName: 'Dana',
  lastName: 'Owner',
  name: '',
  company: 'Example',
  title: '',
  phone: '',
  language: 'en',
  timezoneId: 'GMT',
  type: 'MANAGER',
  status: 'ACTIVE',
  account: null,
  address: null,
  signature: null,
  external: null,
  data: null,
  created: '2024-01-02T03:04:05Z',
  updated: '2024-01-02T03:04:05Z',
  activated: null,
  locked: null,
  memberships: [],
  hasDelegates: false,
  userCustomFields: [],
  professionalIdentityFields: [],
  specialTypes: [],
} satisfies SenderReply;

/** An application that comes in, and the sender whose packages it makes. */
export interface EmulatedAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sender: SenderReply;
}

export function demoAccounts(): Map<string, EmulatedAccount> {
  return new Map([[demoCredentials.clientId, { ...demoCredentials, sender: demoSender }]]);
}

export const accountSchema = z.strictObject({
  ...clientFields('Of the integration user.'),
  email: z.exactOptional(seedEmail),
  firstName: z.exactOptional(firstName),
  lastName: z.exactOptional(lastName),
});

export const { accounts } = defineAccounts({
  schema: accountSchema,
  key: 'clientId',
  make: ({ clientId, clientSecret, ...person }): EmulatedAccount => {
    // Of a person who is named nothing is made up.
    const unnamed = person.email === undefined ? {} : { firstName: '', lastName: '' };
    const sender = { ...demoSender, ...unnamed, ...person };
    return { clientId, clientSecret, sender: { ...sender, id: senderIdOf(sender.email) } };
  },
  credentials: ({ clientId, clientSecret }) => ({ clientId, clientSecret }),
});

/** The same person has the same ID in each world, and after a restart. */
function senderIdOf(address: string): string {
  const key = accountKey(address);
  return key === demoSender.email ? demoSender.id : `sender-${sha256(new TextEncoder().encode(key)).slice(0, 12)}`;
}

/** By what the API knows who sends. */
export type PackageSender = Pick<SenderReply, 'email'>;

type Accounts = WithAccounts<EmulatedAccount>;

/** Whose packages a call makes; signers make none. */
export function senderOf(state: Accounts, { account }: Caller): SenderReply {
  return accountOrFirst(state, account).sender;
}

export function isSender(state: Accounts, address: string): boolean {
  return [...state.accounts.values()].some(({ sender }) => accountKey(sender.email) === accountKey(address));
}
