import { t } from '@vscode/l10n';
import type * as z from 'zod';
import { firstIssues } from '../../firstIssues';
import { joinPointer } from '../../requests/pointer';
import { ownValue } from '../../typing/ownValue';
import { atPlaces, type Difference, differenceWords, nameOfKind, type ValueKind } from './difference';

const mostListed = 5;

/** More places than this are not looked for. */
const mostPlaces = 2_000;

/** Of lists, in a body that is so long that comparing all of it would hold up everything else. */
export const mostItemsOfLong = 20_000;

/**
 * Where a body departs from a schema; places that differ alike are one. Extra keys are no departure. No more than so many
 * items of its lists are looked at, which is remarked.
 */
export function departuresFrom(schema: z.ZodType, body: unknown, mostItems?: number): Departures {
  const { issues, isCut, isPart } = firstIssues(schema, body, mostPlaces, mostItems);
  const all = issues.map((issue) => differenceAt(issue, valueAt(body, issue.path)));
  const remark = t('Of the lists of this long reply the first {0} items were compared.', String(mostItems));
  return { differences: alikeTogether(all, isCut), remarks: isPart ? [remark] : [] };
}

export interface Departures {
  readonly differences: readonly Difference[];
  /** What was not compared. */
  readonly remarks: readonly string[];
}

/** One sentence for each of the first, and one for the rest. */
export function departureSentences(differences: readonly Difference[]): readonly string[] {
  const departures = differences.filter(({ kind }) => kind !== 'extra');
  const lines = departures.map((one) => {
    const words = atPlaces(differenceWords(one), one);
    return one.place === ''
      ? t('The reply departs from its documentation at the top: {0}.', words)
      : t('The reply departs from its documentation at {0}: {1}.', one.place, words);
  });
  const rest = lines.length - mostListed;
  if (rest <= 0) return lines;
  const isCut = departures.some((one) => one.isCut);
  return [...lines.slice(0, mostListed), restSentence(rest, isCut)];
}

function restSentence(ways: number, isCut: boolean): string {
  if (isCut) return t('The reply departs from its documentation in {0} more ways at least.', ways);
  return ways === 1
    ? t('The reply departs from its documentation in one more way.')
    : t('The reply departs from its documentation in {0} more ways.', ways);
}

/** Those that differ in the same way at the same place, told once. */
export function alikeTogether(differences: readonly PlacedDifference[], isCut: boolean): readonly Difference[] {
  const together = new Map<string, Difference>();
  for (const { kind, path, found, documented } of differences) {
    const place = joinPointer('', ...path.map((key) => (typeof key === 'number' ? '*' : String(key))));
    const key = JSON.stringify([place, kind, kind === 'missing' ? '' : found, documented]);
    const pointer = joinPointer('', ...path.map((step) => (typeof step === 'number' ? step : String(step))));
    const known = together.get(key) ?? { kind, place, pointer, found, documented, count: 0, isCut };
    together.set(key, { ...known, count: known.count + 1 });
  }
  return [...together.values()];
}

export interface PlacedDifference extends Pick<Difference, 'kind' | 'found' | 'documented'> {
  readonly path: readonly PropertyKey[];
}

/** What a value is called in a sentence. */
export function nameOfValue(value: unknown): string {
  return nameOfKind(kindOfValue(value));
}

export function kindOfValue(value: unknown): ValueKind {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : (valueKinds[typeof value] ?? 'other');
}

const valueKinds: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'number',
  bigint: 'number',
  boolean: 'boolean',
  object: 'object',
};

const typeKinds: Readonly<Record<string, ValueKind>> = {
  ...{ string: 'text', number: 'number', int: 'wholeNumber', boolean: 'boolean' },
  ...{ array: 'list', tuple: 'list', object: 'object', record: 'object', null: 'null', undefined: 'nothing' },
};

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(ownValue, body);
}

function differenceAt(issue: z.core.$ZodIssue, value: unknown): PlacedDifference {
  const { path } = issue;
  const found = kindOfValue(value);
  if (value === undefined) return { kind: 'missing', path, found, documented: documentedAt(issue) };
  if (issue.code === 'invalid_type') return { kind: 'otherType', path, found, documented: documentedAt(issue) };
  if (issue.code === 'invalid_value') return { kind: 'otherValue', path, found, documented: null };
  return { kind: 'otherForm', path, found, documented: issue.code === 'invalid_union' ? null : 'anotherForm' };
}

/** Of a value that a schema refuses, where and how it differs first: `/rows/0/id: missing`. */
export function firstDeparture(issues: readonly z.core.$ZodIssue[], body: unknown): string {
  const [first] = alikeTogether(
    issues.slice(0, 1).map((issue) => differenceAt(issue, valueAt(body, issue.path))),
    false,
  );
  return first === undefined
    ? t('it has another shape')
    : `${first.pointer || t('the whole of it')}: ${differenceWords(first)}`;
}

function documentedAt(issue: z.core.$ZodIssue): ValueKind | null {
  return issue.code === 'invalid_type' ? (typeKinds[issue.expected] ?? null) : null;
}
