import type { Credentials } from '../auth';

/** How accounts that a person writes down come into a state, and who is let in by it. */
export interface AccountPlan<State = unknown> {
  /** What tells accounts apart, and what it is called: who has the same as one that is there takes its place. */
  readonly key: string;
  /** Of accounts as a seed has them, checked: the first of them is the account that others are told of. */
  add(state: State, accounts: readonly object[]): void;
  /** How the first account comes in. */
  credentials(state: State): Credentials;
  /** How each of them does. */
  all(state: State): readonly Credentials[];
}
