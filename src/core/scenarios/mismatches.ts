import type { JsonValue } from '../../protocol/json';
import { isList, isRecord } from '../json/jsonKinds';
import { shortened } from '../quoting/shortened';
import { joinPointer } from '../requests/pointer';
import type { CaseFault } from './caseFault';

/**
 * Where a value is not what is expected. Objects may hold more than is expected, lists may not, and everything else must
 * be equal. `{"$matches": "^[0-9a-f]{40}$"}` stands for any text of a pattern.
 */
export function mismatches(actual: unknown, expected: JsonValue, pointer: string): readonly CaseFault[] {
  if (typeof expected !== 'object' || expected === null) {
    return actual === expected ? [] : [mismatch(pointer, shown(expected), actual)];
  }
  if (isList(expected)) return listMismatches(actual, expected, pointer);
  const pattern = expected['$matches'];
  if (typeof pattern === 'string') return patternMismatches(actual, pattern, pointer);
  if (!isRecord(actual)) return [mismatch(pointer, 'an object', actual)];
  return Object.entries(expected).flatMap(([key, item]) =>
    mismatches(Object.hasOwn(actual, key) ? actual[key] : undefined, item, joinPointer(pointer, key)),
  );
}

function listMismatches(actual: unknown, expected: readonly JsonValue[], pointer: string): readonly CaseFault[] {
  if (!Array.isArray(actual)) return [mismatch(pointer, 'a list', actual)];
  if (actual.length !== expected.length) {
    const count = `${expected.length} ${expected.length === 1 ? 'item' : 'items'}`;
    return [mismatch(pointer, count, actual, `${actual.length}: `)];
  }
  return expected.flatMap((item, index) => mismatches(actual[index], item, joinPointer(pointer, index)));
}

function patternMismatches(actual: unknown, pattern: string, pointer: string): readonly CaseFault[] {
  const compiled = compile(pattern);
  if (compiled === undefined) {
    return [
      {
        pointer,
        message: `"${shortened(pattern)}" is no pattern.`,
        nextStep: 'Write a regular expression of JavaScript.',
      },
    ];
  }
  const fits = typeof actual === 'string' && compiled.test(actual);
  return fits ? [] : [mismatch(pointer, `a text that matches ${pattern}`, actual)];
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch {
    // A slip in the file: said at its place.
    return undefined;
  }
}

function mismatch(pointer: string, expected: string, actual: unknown, count = ''): CaseFault {
  const found = actual === undefined ? 'nothing there' : `${count}${shown(actual)}`;
  return {
    pointer,
    message: `Expected ${expected}, found ${found}.`,
    nextStep: 'Correct what is expected, or the answer.',
  };
}

/** Enough to see what it is. */
const mostShown = 300;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return shortened(text, mostShown);
}
