import type * as z from 'zod';
import { type FirstIssues, firstIssues } from '../../firstIssues';
import { joinPointer } from '../../requests/pointer';
import { ownValue } from '../../typing/ownValue';

const mostListed = 5;

/** More places than this are not looked for. */
const mostPlaces = 2_000;

/** Of lists, in a body that is so long that comparing all of it would hold up everything else. */
export const mostItemsOfLong = 20_000;

/**
 * Where a body differs from a schema, in our words; differences of one kind in one sentence. Extra keys are no difference.
 * No more than so many items of its lists are looked at, which is said.
 */
export function departuresFrom(schema: z.ZodType, body: unknown, mostItems?: number): readonly string[] {
  const found = firstIssues(schema, body, mostPlaces, mostItems);
  const words = found.isPart ? [`Of the lists of this long reply the first ${mostItems} items were compared.`] : [];
  return [...differences(found, body), ...words];
}

function differences({ issues, isCut }: FirstIssues, body: unknown): readonly string[] {
  const places = new Map<string, number>();
  for (const issue of issues) {
    const place = `${placeOf(issue.path)}: ${difference(issue, valueAt(body, issue.path))}`;
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const lines = [...places].map(
    ([place, count]) => `The reply departs from its documentation at ${place}${countedPlaces(count, isCut)}.`,
  );
  const rest = lines.length - mostListed;
  if (rest <= 0) return lines;
  const ways = `${rest} more ways${isCut ? ' at least' : ''}`;
  return [...lines.slice(0, mostListed), `The reply departs from its documentation in ${ways}.`];
}

function countedPlaces(count: number, isCut: boolean): string {
  if (isCut) return ` (${count} ${count === 1 ? 'place' : 'places'} or more)`;
  return count > 1 ? ` (${count} places)` : '';
}

/** What a value is called in a sentence. */
export function nameOfValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return valueNames[typeof value] ?? 'something else';
}

const valueNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  bigint: 'a number',
  boolean: 'true or false',
  object: 'an object',
};

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
  undefined: 'nothing',
};

/** The items of a list are one place. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0
    ? 'the top'
    : joinPointer('', ...path.map((key) => (typeof key === 'number' ? '*' : String(key))));
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(ownValue, body);
}

function difference(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'missing';
  if (issue.code === 'invalid_type') {
    return `${nameOfValue(value)}, where ${typeNames[issue.expected] ?? 'another type'} is documented`;
  }
  if (issue.code === 'invalid_value') return 'a value that is not documented';
  if (issue.code === 'invalid_union') return `${nameOfValue(value)} that fits none of the documented forms`;
  return `${nameOfValue(value)} of another form than documented`;
}
