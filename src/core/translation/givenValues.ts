import type { Issue } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';
import { isWithin, parentOf } from '../../protocol/pointer';
import { intactValues } from '../forms/checks/intactValues';
import { validateRequest } from '../forms/checks/validateRequest';
import { isRecord } from '../json/jsonKinds';
import type { Operation, RequestValues } from '../operation';
import { getAt, joinPointer, setAt } from '../requests/pointer';
import { placeholdersIn, referencesIn } from '../requests/references/references';
import { valuesOf } from '../requests/valuesOf';

/** The values of a request, as far as they can be used. */
export interface GivenValues {
  readonly all: RequestValues;
  /** Without what is wrong. Items of lists become undefined, so that the others keep their places. */
  readonly sound: unknown;
  /** Without what holds a `{{name}}` that stands for something, either. */
  readonly known: unknown;
  readonly issues: readonly Issue[];
  /** Where a `{{name}}` stands for something. */
  readonly references: ReadonlySet<string>;
  /** Where the first API itself fills a `{{name}}` in; elsewhere that would stand for something. */
  readonly placeholders: ReadonlySet<string>;
}

/** The values of a file that is read, with the text that they came from where they do not say it all. */
export interface WrittenValues extends RequestValues {
  readonly written?: string;
}

export function givenValues(operation: Operation, request: WrittenValues): GivenValues {
  const { intact, issues } = validateRequest(operation, request, undefined, { written: request.written });
  const all = withoutEmptySections(request);
  const isPlaceholder = placeholdersIn(operation, all);
  const named = pointersOfValues(all).flatMap((pointer) => namesAt(all, pointer).map((name) => ({ pointer, name })));
  const isOwn = ({ name, pointer }: (typeof named)[number]) => isPlaceholder(name, pointer);
  const placeholders = new Set(named.filter(isOwn).map(({ pointer }) => pointer));
  const references = new Set(named.filter((one) => !isOwn(one)).map(({ pointer }) => pointer));
  return {
    all,
    sound: withReferences(intact, all, issues, references),
    known: intactValues(Object(intact), references),
    issues,
    references,
    placeholders,
  };
}

function namesAt(values: RequestValues, pointer: string): readonly string[] {
  const value = getAt(values, pointer);
  return typeof value === 'string' ? referencesIn({ body: value }) : [];
}

/** They hold nothing that could be lost. */
function withoutEmptySections(request: RequestValues): RequestValues {
  const sections = Object.entries(valuesOf(request));
  return Object.fromEntries(
    sections.filter(([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0),
  );
}

/** A reference may stand for what is no text. As nobody knows yet whether it does, the checks have taken it out. */
function withReferences(
  intact: unknown,
  all: RequestValues,
  issues: readonly Issue[],
  references: ReadonlySet<string>,
): unknown {
  const faults = issues.filter(({ severity }) => severity === 'error');
  const unchecked = [...references].filter(
    (pointer) =>
      getAt(intact, pointer) === undefined &&
      getAt(intact, parentOf(pointer)) !== undefined &&
      !faults.some((fault) => isWithin(pointer, fault.pointer)),
  );
  return unchecked.reduce((values, pointer) => setAt(values, pointer, getAt(all, pointer)), intact);
}

/** Pointers of the values that are neither list nor object, and of empty ones of these. */
export function pointersOfValues(value: unknown, pointer = ''): readonly string[] {
  if (value === undefined) return [];
  const entries = entriesOf(value);
  if (entries.length === 0) return pointer === '' ? [] : [pointer];
  return entries.flatMap(([key, item]) => pointersOfValues(item, joinPointer(pointer, key)));
}

/** The pointers, with one in place of all those that make up a whole list or object of a section. */
export function wholeParts(value: unknown, pointers: ReadonlySet<string>, pointer = ''): readonly string[] {
  const own = pointersOfValues(value, pointer);
  if (!own.some((one) => pointers.has(one))) return [];
  const isPart = pointer.lastIndexOf('/') > 0 || own[0] === pointer;
  if (isPart && own.every((one) => pointers.has(one))) return [pointer];
  return entriesOf(value).flatMap(([key, item]) => wholeParts(item, pointers, joinPointer(pointer, key)));
}

/** A copy in which lists have no holes. */
export function withoutHoles(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(withoutHoles);
  if (!isRecord(value)) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutHoles(item)]));
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return isRecord(value) ? Object.entries(value) : [];
}
