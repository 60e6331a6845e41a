import type { FormEdit } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import { pointerTo, valueAt } from '../../../../src/protocol/pointer';
import { editsOfCell } from '../../../../src/protocol/table/cellEdits';
import type { Column } from '../../../../src/protocol/table/columns';
import { withSpelling } from '../../fields/scalarText';

/** Some items of a list, by their indexes in rising order. */
export interface SomeItems {
  /** The list. */
  readonly pointer: string;
  readonly items: readonly JsonValue[];
  readonly indexes: readonly number[];
}

export function removalOf({ pointer, indexes }: Pick<SomeItems, 'pointer' | 'indexes'>): readonly FormEdit[] {
  return indexes.map((index) => ({ kind: 'remove', pointer: pointerTo(pointer, index) }));
}

/** Each goes one place on, unless the end or one that stays is in its way. Nothing where none can. */
export function stepOf({ pointer, items, indexes }: SomeItems, by: 1 | -1): readonly FormEdit[] {
  const chosen = new Set(indexes);
  const order = [...items.keys()];
  let hasMoved = false;
  for (const from of by < 0 ? indexes : indexes.toReversed()) {
    const [own, other] = [order[from], order[from + by]];
    if (own === undefined || other === undefined || chosen.has(other)) continue;
    order[from] = other;
    order[from + by] = own;
    hasMoved = true;
  }
  return hasMoved ? [{ kind: 'arrange', pointer, order }] : [];
}

/** They go together to where another item is: before it when they come from below, behind it when from above. */
export function dropOf({ pointer, items, indexes }: SomeItems, to: number): readonly FormEdit[] {
  const chosen = new Set(indexes);
  const [first] = indexes;
  if (first === undefined || chosen.has(to)) return [];
  const others = [...items.keys()].filter((index) => !chosen.has(index));
  const at = others.indexOf(to) + (first < to ? 1 : 0);
  return [{ kind: 'arrange', pointer, order: [...others.slice(0, at), ...indexes, ...others.slice(at)] }];
}

/** Copies of them stand behind the last one, in their order. */
export function copiesOf(
  { pointer, items, indexes }: SomeItems,
  spellings: Readonly<Record<string, string>>,
): readonly FormEdit[] {
  const index = (indexes.at(-1) ?? -1) + 1;
  return indexes.flatMap((from): readonly FormEdit[] => {
    const item = items[from];
    if (item === undefined) return [];
    const copy = withSpelling(item, { pointer: pointerTo(pointer, from), spellings });
    return [{ kind: 'insert', pointer, index, ...copy }];
  });
}

/** The others get what the first of them has in a column. */
export function fillOf(
  { pointer, items, indexes }: SomeItems,
  column: Column,
  spellings: Readonly<Record<string, string>>,
): readonly FormEdit[] {
  const [first = -1, ...others] = indexes;
  const value = valueAt(items[first], column.pointer);
  const written = withSpelling(value ?? null, { pointer: pointerTo(pointer, first) + column.pointer, spellings });
  const cell = { column, ...written, value };
  return others.flatMap((index) => editsOfCell(cell, pointerTo(pointer, index), items[index]));
}
