import { splitPointer } from '../../../src/core/requests/pointer';
import type { Difference } from './compareBodies';
import type { Departure } from './exampleFile';

/** What differs without a reason, and the reasons of which nothing differs any more. */
export function unexplained(differences: readonly Difference[], departures: readonly Departure[]): readonly string[] {
  const patterns = departures.flatMap(({ pointer, kind }) => [pointer].flat().map((one) => ({ pointer: one, kind })));
  return [
    ...differences
      .filter((difference) => !patterns.some((pattern) => covers(pattern, difference)))
      .map(({ pointer, kind, found }) => `${pointer} (${kind}): ${found}`),
    ...patterns
      .filter((pattern) => !differences.some((difference) => covers(pattern, difference)))
      .map(({ pointer, kind }) => `${pointer} (${kind}) departs no longer: take it out of the departures`),
  ];
}

type Place = Pick<Difference, 'pointer' | 'kind'>;

function covers(pattern: Place, { pointer, kind }: Place): boolean {
  return pattern.kind === kind && matchesPattern(pattern.pointer, pointer);
}

/** `*` in a pattern stands for any one key or place. */
export function matchesPattern(pattern: string, pointer: string): boolean {
  const [wanted, keys] = [splitPointer(pattern), splitPointer(pointer)];
  return wanted.length === keys.length && wanted.every((part, index) => part === '*' || part === keys[index]);
}
