import type { Provider } from '../../provider';
import type { OperationCase } from '../case';

type Described = Pick<Provider, 'operations'>;

/**
 * Of the cases that an emulator is held to, what provokes each documented failure of each call: the one that asks least of
 * what was there before. One that no request file can hold stands for the failure where there is no other.
 */
export function wayRecipes({ operations }: Described, cases: readonly OperationCase[]): readonly OperationCase[] {
  return operations.flatMap(({ id, failures = [] }) =>
    failures.flatMap((failure) => {
      const provoking = cases.filter((one) => one.operation === id && one.failure === failure && one.reply);
      const [best] = provoking.toSorted((one, other) => effort(one) - effort(other));
      return best === undefined ? [] : bare(best);
    }),
  );
}

/** Whether a request file can hold it: other than what a stranger's client would send. */
export function isRequestOfForm({ raw }: OperationCase): boolean {
  return raw === undefined;
}

function effort(one: OperationCase): number {
  const { given = [], credentials } = one;
  return (isRequestOfForm(one) ? 0 : 10_000) + (credentials === undefined ? 0 : 100) + given.length;
}

/** Without what a test expects besides. */
function bare({ name, operation, failure, credentials, given, values, raw }: OperationCase): OperationCase {
  return {
    name,
    operation,
    ...(failure !== undefined && { failure }),
    ...(credentials !== undefined && { credentials }),
    ...(given !== undefined && { given }),
    ...(values !== undefined && { values }),
    ...(raw !== undefined && { raw }),
  };
}
