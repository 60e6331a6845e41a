import type { FormEdit } from '../../../../protocol/form';
import type { JsonValue } from '../../../../protocol/json';
import { isList, isObject } from '../../../../protocol/jsonKinds';
import { type NestedList, type RowPlace, withoutInner } from '../../../../protocol/table/nestedRows';
import { getAt, joinPointer, setAt, splitPointer } from '../../pointer';
import { agrees, firstRows, isEqual, type OuterStep, OuterSteps } from './outerSteps';

export interface RealEdits {
  readonly edits: readonly FormEdit[];
  /** Where rows stand afterwards, by their index. */
  readonly places: ReadonlyMap<number, string>;
}

/** Rows on their way back into the outer items that hold them. */
export class RowSteps {
  readonly #nested: NestedList;
  readonly #items: readonly JsonValue[];
  readonly #places: readonly RowPlace[];
  readonly #firsts: ReadonlyMap<number, number>;
  readonly #steps: OuterSteps;
  readonly #seen = new Set<OuterStep>();
  readonly #found = new Map<number, readonly [step: OuterStep, at: number | undefined]>();

  constructor(nested: NestedList, items: readonly JsonValue[], places: readonly RowPlace[]) {
    this.#nested = nested;
    this.#items = items;
    this.#places = places;
    this.#firsts = firstRows(places);
    const before = items.map((item, from) => {
      const step = { outer: withoutInner(item, nested.pointer), rows: [], from };
      const first = places[this.#firsts.get(from) ?? -1];
      // Without its row, an item that holds nothing is to go.
      return first !== undefined && first.inner === undefined ? { ...step, isGone: true } : step;
    });
    this.#steps = new OuterSteps(before);
  }

  /** One after the other, in the order in which they are to stand. */
  add(index: number, item: JsonValue): void {
    const row = isObject(item) ? item : {};
    const before = typeof row['row'] === 'number' ? this.#places[row['row']] : undefined;
    const step = before ? this.#stepOf(row, before) : this.#stepFor(row);
    this.#seen.add(step);
    delete step.isGone;
    const inner = row['inner'];
    const isNone =
      inner === undefined || (before?.inner === undefined && isObject(inner) && Object.keys(inner).length === 0);
    if (!isNone) step.rows.push(inner);
    this.#found.set(index, [step, isNone ? undefined : step.rows.length - 1]);
  }

  result(pointer: string, isArranged: boolean): RealEdits {
    const { pointer: at } = this.#nested;
    const kept = this.#steps.all.filter(({ isGone }) => !isGone);
    const indexes = new Map(kept.map((step, index) => [step, index]));
    const edits = this.#steps.all.flatMap((step): readonly FormEdit[] => {
      const own = step.from === undefined ? pointer : joinPointer(pointer, step.from);
      if (step.isGone) return [{ kind: 'remove', pointer: own }];
      const value = this.#whole(step);
      if (step.from === undefined) return [{ kind: 'append', pointer: own, value }];
      return isEqual(value, this.#items[step.from]) ? [] : [{ kind: 'set', pointer: own, value }];
    });
    const order = [...this.#seen].map((step) => indexes.get(step) ?? -1);
    const others = kept.flatMap((step, index) => (this.#seen.has(step) ? [] : [index]));
    const arranging: readonly FormEdit[] = isArranged
      ? [{ kind: 'arrange', pointer, order: [...order, ...others] }]
      : [];
    const places = new Map(
      [...this.#found].map(([index, [step, row]]) => {
        const item = joinPointer(pointer, indexes.get(step) ?? -1);
        return [index, row === undefined ? item : joinPointer(item + at, row)];
      }),
    );
    return { edits: [...edits, ...arranging], places };
  }

  /** Of a row that was there. */
  #stepOf(row: Readonly<Record<string, JsonValue>>, { outer, inner }: RowPlace): OuterStep {
    const own = this.#steps.all[outer];
    if (own && this.#firsts.get(outer) === row['row']) this.#steps.rewrite(own, row['outer'] ?? own.outer);
    const number = row['number'];
    const to = inner === undefined || !isNumber(number) ? undefined : this.#numbered(number, own);
    return to ?? own ?? this.#steps.add(this.#start, undefined);
  }

  /** Another item by its number; a new one where there are not so many. */
  #numbered(number: number, own: OuterStep | undefined): OuterStep | undefined {
    const [there] = this.#steps.numbered(number);
    if (!there) return this.#steps.add(this.#start, number);
    return this.#canHold(there) ? there : own;
  }

  /** Of a new row: the item that says the same as it does of its outer one; the last one where it says nothing. */
  #stepFor(row: Readonly<Record<string, JsonValue>>): OuterStep {
    const { number, outer: said = this.#start } = row;
    // The shape that a row chooses may begin with rows of its own, in whose place this one comes.
    const outer = row['inner'] === undefined ? said : withoutInner(said, this.#nested.pointer);
    const canHold = (step: OuterStep) => this.#canHold(step);
    if (isNumber(number)) {
      const there = this.#steps.numbered(number).filter(canHold);
      return there.find((step) => agrees(outer, step.outer, this.#start)) ?? this.#steps.add(outer, number);
    }
    const last = this.#steps.all.at(-1);
    if (isEqual(outer, this.#start) && last && this.#canHold(last)) return last;
    return this.#steps.saying(outer, this.#start, canHold) ?? this.#steps.add(outer, undefined);
  }

  /** What is no list of rows takes none, and nothing is lost for one. */
  #canHold({ outer }: OuterStep): boolean {
    const keys = splitPointer(this.#nested.pointer);
    return (
      keys.every((_, depth) => {
        const around = getAt(outer, joinPointer('', ...keys.slice(0, depth)));
        return (around === undefined && depth > 0) || isObject(around as JsonValue);
      }) && isListOrNone(getAt(outer, this.#nested.pointer) as JsonValue | undefined)
    );
  }

  get #start(): JsonValue {
    return (isObject(this.#nested.rows.newItem) && this.#nested.rows.newItem['outer']) || {};
  }

  #whole({ outer, rows, from }: OuterStep): JsonValue {
    const { pointer } = this.#nested;
    if (rows.length > 0)
      return keyedLike(setAt(outer, pointer, rows), from === undefined ? undefined : this.#items[from]);
    const before = this.#items[from ?? -1];
    const hasLost = isList(getAt(before, pointer) as JsonValue) && getAt(outer, pointer) === undefined;
    return hasLost ? keyedLike(setAt(outer, pointer, []), before) : outer;
  }
}

function isListOrNone(value: JsonValue | undefined): boolean {
  return value === undefined || (isList(value) && value.length === 0);
}

function isNumber(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

/** Members in the order that they had. */
function keyedLike(value: JsonValue, before: JsonValue | undefined): JsonValue {
  if (!isObject(value) || !isObject(before)) return value;
  const keys = [...Object.keys(before).filter((key) => Object.hasOwn(value, key)), ...Object.keys(value)];
  return Object.fromEntries([...new Set(keys)].map((key) => [key, keyedLike(value[key] ?? null, before[key])]));
}
