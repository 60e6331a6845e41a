import type { Effect, Operation, RequestValues } from '../../operation';
import type { Provider } from '../../provider';

/**
 * What a request does: of the calls at one address the values decide which one it is to the server, whatever the one
 * that was meant documents. A body that is sent in spite of its schema may be that of another.
 */
export function effectsAt(
  { operations }: Pick<Provider, 'operations'>,
  operation: Operation,
  values: RequestValues,
): readonly Effect[] {
  const others = decidedByValues(operations).get(addressOf(operation)) ?? [];
  return [operation, ...others].flatMap((one) => effectsOf(one, values));
}

/** The operations whose values decide what they do, by their addresses. */
function decidedByValues(operations: Provider['operations']): ReadonlyMap<string, readonly Operation[]> {
  const known = deciding.get(operations) ?? groupedByAddress(operations);
  deciding.set(operations, known);
  return known;
}

function groupedByAddress(operations: Provider['operations']): ReadonlyMap<string, readonly Operation[]> {
  const found = new Map<string, readonly Operation[]>();
  for (const operation of operations.filter(({ effects }) => typeof effects === 'function')) {
    const address = addressOf(operation);
    found.set(address, [...(found.get(address) ?? []), operation]);
  }
  return found;
}

const deciding = new WeakMap<Provider['operations'], ReadonlyMap<string, readonly Operation[]>>();

/** What parameters are called makes no difference to a server. */
function addressOf({ method, host = '', path }: Operation): string {
  return `${method} ${host} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
}

/** What a successful call does to others. */
export function effectsOf({ method, effects = [] }: Operation, values: RequestValues): readonly Effect[] {
  const stated = typeof effects === 'function' ? effects(values) : effects;
  return method === 'DELETE' ? [...stated, 'takesAway'] : stated;
}
