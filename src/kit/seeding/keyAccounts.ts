import type * as z from 'zod';
import type { Caller, EmulatorDefinition, Rejection } from '../../core/emulation';
import type { Headers } from '../../core/http';
import { secretCredential } from '../auth/credentialFields';
import { defineAccess } from '../emulatedAccess';
import { accountKey, accountOrFirst, accountWith, defineAccounts, type WithAccounts } from './defineAccounts';
import { firstName, lastName, seedEmail } from './seedFields';

/** A key, and the user that made it. */
export interface KeyAccount<User> {
  readonly apiKey: string;
  readonly user: User;
}

interface KeyState<User> extends WithAccounts<KeyAccount<User>> {
  readonly users: Map<string, User>;
}

/** What a seed says of a key and of the user that made it; an API may want more of the user. */
export const keyAccountShape = {
  apiKey: secretCredential('API key', 'Of the organization.'),
  email: seedEmail,
  firstName,
  lastName,
};

interface KeyAccountsOutline<Schema extends z.ZodObject<typeof keyAccountShape>, User> {
  /** The account that is there from the start on. */
  readonly demo: KeyAccount<User>;
  readonly schema: Schema;
  /** Whoever has this address already stays who they are. */
  userOf(person: z.output<Schema>, known: User | undefined): User;
  keyOf(headers: Headers): string;
  readonly refused: Rejection;
}

interface KeyAccounts<User> {
  demoAccounts(): Map<string, KeyAccount<User>>;
  readonly access: Pick<EmulatorDefinition<KeyState<User>>, 'credentials' | 'accounts' | 'authenticate'>;
  /** Who does what a call does. */
  callerIn(state: KeyState<User>, caller: Caller): User;
}

/** Accounts of users who are let in by a key. */
export function defineKeyAccounts<
  Schema extends z.ZodObject<typeof keyAccountShape>,
  User extends { readonly id: string; readonly email: string },
>({ demo, schema, userOf, keyOf, refused }: KeyAccountsOutline<Schema, User>): KeyAccounts<User> {
  const { accounts } = defineAccounts({
    schema,
    key: 'apiKey',
    make: (written, { users }: KeyState<User>): KeyAccount<User> => {
      const address = accountKey(written.email);
      const known = [...users.values()].find((one) => one.email === address);
      const user = userOf({ ...written, email: address }, known);
      users.set(user.id, user);
      return { apiKey: written.apiKey, user };
    },
    credentials: ({ apiKey }) => ({ apiKey }),
  });
  return {
    demoAccounts: () => new Map([[demo.apiKey, demo]]),
    access: defineAccess<KeyState<User>>({
      credentials: { apiKey: demo.apiKey },
      accounts,
      token: (headers, state) => {
        const account = accountWith(state, 'apiKey', keyOf(headers));
        return account === undefined ? refused : { account: account.apiKey };
      },
    }),
    callerIn: (state, { account }) => accountOrFirst(state, account).user,
  };
}
