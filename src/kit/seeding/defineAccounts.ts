import * as z from 'zod';
import type { Credentials } from '../../core/auth';
import type { AccountPlan } from '../../core/seeding/accountPlan';

/** What a state must have for it. The first account is the one that others are told of. */
export interface WithAccounts<Account> {
  readonly accounts: Map<string, Account>;
}

interface AccountsOutline<Schema extends z.ZodObject, Account, State extends WithAccounts<Account>> {
  readonly schema: Schema;
  readonly key: keyof z.output<Schema> & string;
  /** Of one as the seed has it; who they are may stand elsewhere in the state as well. */
  make(written: z.output<Schema>, state: State): Account;
  credentials(account: Account): Credentials;
}

/** The accounts of a state by what tells them apart, in lower case. */
export function defineAccounts<Schema extends z.ZodObject, Account, State extends WithAccounts<Account>>({
  key,
  make,
  credentials,
}: AccountsOutline<Schema, Account, State>): { readonly accounts: AccountPlan<State> } {
  return {
    accounts: {
      key,
      add: (state, written) => {
        const { accounts } = state;
        const before = [...accounts];
        accounts.clear();
        for (const one of written as readonly z.output<Schema>[])
          accounts.set(accountKey(String(one[key])), make(one, state));
        for (const [name, account] of before) if (!accounts.has(name)) accounts.set(name, account);
      },
      credentials: (state) => credentials(firstAccount(state)),
      all: ({ accounts }) => [...accounts.values()].map(credentials),
    },
  };
}

export function accountKey(text: string): string {
  return text.toLowerCase();
}

/** The one whose field is this text to the letter, whatever its case in the state's map. */
export function accountWith<Account>(
  { accounts }: WithAccounts<Account>,
  field: keyof Account,
  text: string,
): Account | undefined {
  const account = accounts.get(accountKey(text));
  return account?.[field] === text ? account : undefined;
}

/** For a key that is nobody's, the first stands in. */
export function accountOrFirst<Account>(state: WithAccounts<Account>, key: string): Account {
  return state.accounts.get(accountKey(key)) ?? firstAccount(state);
}

export function firstAccount<Account>({ accounts }: WithAccounts<Account>): Account {
  const [first] = accounts.values();
  if (first === undefined) throw new Error('A state has an account from the start on.');
  return first;
}

/** The field of a seed that has them. */
export function accountsField<Schema extends z.ZodObject>(schema: Schema, whose: string) {
  return z.exactOptional(
    z
      .array(schema)
      .min(1)
      .meta({
        title: 'Accounts',
        description: `${whose} Beside the demo account; the first is the one that is printed, and that the documents belong to.`,
      }),
  );
}
