import type { JsonValue } from '../../../../protocol/json';
import { isObject } from '../../../../protocol/jsonKinds';
import type { RowPlace } from '../../../../protocol/table/nestedRows';
import { joinPointer } from '../../pointer';

/** An outer item with the rows that come into it. */
export interface OuterStep {
  /** Beside its rows. */
  outer: JsonValue;
  readonly rows: JsonValue[];
  /** Of the item that it was. */
  readonly from?: number;
  /** By which its rows asked for it. */
  readonly number?: number;
  isGone?: boolean;
}

/** The first row of each outer item, by the index of that one. */
export function firstRows(places: readonly RowPlace[]): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>();
  for (const [row, { outer }] of places.entries()) if (!firsts.has(outer)) firsts.set(outer, row);
  return firsts;
}

/** Outer items, those that were there and behind them those that are added, and the ways in which rows find theirs. */
export class OuterSteps {
  readonly all: OuterStep[];
  readonly #before: number;
  readonly #numbered = new Map<number, OuterStep[]>();
  /** By each value that they hold, made when it is first asked for. */
  #holding: Map<string, OuterStep[]> | undefined;

  constructor(before: readonly OuterStep[]) {
    this.all = [...before];
    this.#before = before.length;
  }

  add(outer: JsonValue, number: number | undefined): OuterStep {
    const step = { outer, rows: [], ...(number !== undefined && { number }) };
    this.all.push(step);
    if (number !== undefined) listed(this.#numbered, number).push(step);
    if (this.#holding) enter(this.#holding, step);
    return step;
  }

  rewrite(step: OuterStep, outer: JsonValue): void {
    if (!isEqual(step.outer, outer)) this.#holding = undefined;
    step.outer = outer;
  }

  /** Those that have a number, or were asked for by it. */
  numbered(number: number): readonly OuterStep[] {
    const own = number <= this.#before ? this.all[number - 1] : undefined;
    return [...(own ? [own] : []), ...(this.#numbered.get(number) ?? [])];
  }

  /** Of those that say the same as a row does, the first that is fit for it. What stands in every new one says nothing. */
  saying(said: JsonValue, start: JsonValue, isFit: (step: OuterStep) => boolean): OuterStep | undefined {
    const leaf = tellingLeaf(said, start);
    if (leaf === undefined) return this.all.find((step) => isFit(step) && agrees(said, step.outer, start));
    if (this.#holding === undefined) {
      this.#holding = new Map();
      for (const step of this.all) enter(this.#holding, step);
    }
    return this.#holding.get(leaf)?.find((step) => isFit(step) && agrees(said, step.outer, start));
  }
}

/** All that a row says is the same there; what stands in every new one says nothing. */
export function agrees(said: JsonValue, there: JsonValue, start: JsonValue | undefined): boolean {
  if (!isObject(said)) return isEqual(said, there);
  return Object.entries(said).every(([key, value]) => {
    const usual = isObject(start) ? start[key] : undefined;
    if (usual !== undefined && isEqual(value, usual)) return true;
    const own = isObject(there) ? there[key] : undefined;
    return own !== undefined && agrees(value, own, usual);
  });
}

export function isEqual(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function enter(holding: Map<string, OuterStep[]>, step: OuterStep): void {
  for (const leaf of leavesOf(step.outer, '')) listed(holding, leaf).push(step);
}

function* leavesOf(value: JsonValue, pointer: string): Generator<string> {
  if (!isObject(value)) yield leafOf(pointer, value);
  else for (const [key, member] of Object.entries(value)) yield* leavesOf(member, joinPointer(pointer, key));
}

/** A value that an item must hold to say the same. */
function tellingLeaf(said: JsonValue, start: JsonValue | undefined, pointer = ''): string | undefined {
  if (!isObject(said)) return leafOf(pointer, said);
  for (const [key, value] of Object.entries(said)) {
    const usual = isObject(start) ? start[key] : undefined;
    if (usual !== undefined && isEqual(value, usual)) continue;
    const leaf = tellingLeaf(value, usual, joinPointer(pointer, key));
    if (leaf !== undefined) return leaf;
  }
  return undefined;
}

function leafOf(pointer: string, value: JsonValue): string {
  return `${pointer} ${JSON.stringify(value)}`;
}

function listed<Key>(lists: Map<Key, OuterStep[]>, key: Key): OuterStep[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
