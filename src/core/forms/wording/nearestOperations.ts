import type { Operation } from '../../operation';
import { operationName } from '../../operation';
import { nearestOf } from './nearest';

const most = 3;

/** The operations that a misspelled id may mean: by the whole id, by what stands behind the provider, by its words. */
export function nearestOperations(id: string, operations: readonly Pick<Operation, 'id'>[]): readonly string[] {
  const ids = operations.map((operation) => operation.id);
  const byCall = nearestOf(operationName(id), new Set(ids.map(operationName)), most);
  const near = [
    ...nearestOf(id, ids, most),
    ...byCall.flatMap((call) => ids.filter((other) => operationName(other) === call)),
    ...byWords(id, ids),
  ];
  return [...new Set(near)].slice(0, most);
}

/** Of the same provider where it exists, those that share most words. */
function byWords(id: string, ids: readonly string[]): readonly string[] {
  const own = ids.filter((other) => other.startsWith(id.slice(0, id.indexOf('/') + 1) || '/'));
  const words = wordsOf(id);
  return (own.length > 0 ? own : ids)
    .map((other) => ({ other, shared: [...wordsOf(other)].filter((word) => words.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((one, two) => two.shared - one.shared)
    .map(({ other }) => other);
}

function wordsOf(id: string): ReadonlySet<string> {
  const words = operationName(id)
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return new Set(words.filter((word) => word.length > 2).map((word) => word.replace(/s$/, '')));
}
