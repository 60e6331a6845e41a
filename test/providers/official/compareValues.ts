import { isDeepStrictEqual } from 'node:util';
import { joinPointer } from '../../../src/core/requests/pointer';
import { matchesPattern } from './departures';

/** Where two values differ, but for the places that may, and those of them that do not. */
export function compareValues(actual: unknown, expected: unknown, mayDiffer: readonly string[]): readonly string[] {
  const differing = [...places(actual, expected, '')];
  return [
    ...differing.filter((place) => !mayDiffer.some((pattern) => matchesPattern(pattern, place))),
    ...mayDiffer
      .filter((pattern) => !differing.some((place) => matchesPattern(pattern, place)))
      .map((pattern) => `${pattern} does not change: take it out`),
  ];
}

function* places(actual: unknown, expected: unknown, at: string): Iterable<string> {
  if (isDeepStrictEqual(actual, expected)) return;
  if (!isContainer(actual) || !isContainer(expected) || Array.isArray(actual) !== Array.isArray(expected)) {
    yield at;
    return;
  }
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    yield* places(Reflect.get(actual, key), Reflect.get(expected, key), joinPointer(at, key));
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
