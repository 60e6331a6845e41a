import { createContext } from 'preact';
import { useContext, useMemo, useRef } from 'preact/hooks';
import type { Dependence, FormField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isList, isObject } from '../../../src/protocol/jsonKinds';
import { memberOf } from '../../../src/protocol/pointer';
import { isBlank } from '../issues/issueTree';

/** Of an object what fields further in depend on: nothing is drawn anew because of its other members. */
export type OuterValues = Readonly<Record<string, JsonValue | undefined>>;

/** Of the objects around, the innermost first. */
export const OuterContext = createContext<readonly OuterValues[]>([]);

/** Whether a field matters. Of the objects around it the one that it is a member of comes first. */
export function isMet(
  { key, above = 0, item = [], values }: Dependence,
  around: readonly (JsonValue | OuterValues | undefined)[],
): boolean {
  const needed = item.reduce(
    (all, name) => all.flatMap((one) => itemsOf(memberIn(one, name))),
    itemsOf(memberIn(around[above], key)),
  );
  return needed.some((one) => (values === undefined ? one !== null && !isBlank(one) : isAmong(values, one)));
}

/** Of lists in a list all of them. */
function itemsOf(value: JsonValue | undefined): readonly (JsonValue | undefined)[] {
  return isList(value) ? value.flatMap(itemsOf) : [value];
}

/** What fields within this object may look up, which stays the same as long as none of it changes. */
export function useOuterValues(
  fields: readonly FormField[],
  value: JsonValue | undefined,
): { readonly outer: readonly OuterValues[]; readonly within: readonly OuterValues[] } {
  const outer = useContext(OuterContext);
  const kept = useRef(none);
  const own = Object.fromEntries(
    [...neededWithin(fields)].map(([key, items]) => [key, partOf(memberOf(value, key), items)]),
  );
  if (!isSame(kept.current, own)) kept.current = own;
  const current = kept.current;
  const within = useMemo(() => [current, ...outer], [current, outer]);
  return { outer, within };
}

const none: OuterValues = {};
/** The members of an object that fields further in depend on, each with those of its own that count; all of it without any. */
type Needed = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<readonly FormField[], Needed>();

export function neededWithin(fields: readonly FormField[]): Needed {
  const found = known.get(fields) ?? byKey(fields.flatMap((field) => neededBy(field, 1)));
  known.set(fields, found);
  return found;
}

function byKey(needs: readonly Dependence[]): Needed {
  const whole = new Set(needs.flatMap(({ key, item }) => (item?.[0] === undefined ? [key] : [])));
  const keys = [...new Set(needs.map(({ key }) => key))];
  return new Map(
    keys.map((key) => {
      const items = needs.flatMap((need) => (need.key === key ? (need.item ?? []).slice(0, 1) : []));
      return [key, whole.has(key) ? [] : [...new Set(items)]] as const;
    }),
  );
}

function partOf(value: JsonValue | undefined, items: readonly string[]): JsonValue | undefined {
  if (items.length === 0 || !isObject(value)) return value;
  return Object.fromEntries(
    items.flatMap((item) => (memberOf(value, item) === undefined ? [] : [[item, value[item] ?? null]])),
  );
}

function neededBy(field: FormField, above: number): readonly Dependence[] {
  const ofFields = (fields: readonly FormField[]): readonly Dependence[] =>
    fields.flatMap((one) => [...(one.onlyWith?.above === above ? [one.onlyWith] : []), ...neededBy(one, above + 1)]);
  switch (field.kind) {
    case 'group':
      return ofFields(field.fields);
    case 'variant':
      return field.variants.flatMap(({ fields }) => ofFields(fields));
    case 'list':
      return neededBy(field.item, above);
    default:
      return [];
  }
}

function memberIn(value: JsonValue | OuterValues | undefined, key: string): JsonValue | undefined {
  return memberOf(value as JsonValue | undefined, key);
}

/** Some sources write numbers and flags as text. */
function isAmong(values: readonly JsonValue[], value: JsonValue | undefined): boolean {
  return value !== undefined && values.some((one) => one === value || String(one) === value);
}

function isSame(one: OuterValues, other: OuterValues): boolean {
  const keys = Object.keys(other);
  return keys.length === Object.keys(one).length && keys.every((key) => isSameValue(one[key], other[key]));
}

function isSameValue(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return one === other || (isObject(one) && isObject(other) && isSame(one, other));
}
