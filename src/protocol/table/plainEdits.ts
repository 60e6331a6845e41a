import type { FormEdit } from '../form';
import { isWithin, memberPointer, pointerTo, segmentsOf } from '../pointer';
import { type NestedList, outerPointer, type RowPlace, realPointer } from './nestedRows';

/** Edits of rows as those of the request, where what they write or move has a place of its own there. */
export function plainEdits(
  nested: NestedList,
  list: string,
  places: readonly RowPlace[],
  edits: readonly FormEdit[],
): readonly FormEdit[] | undefined {
  const [first, ...more] = edits;
  if (first?.kind === 'arrange' && more.length === 0) return arranged(nested, list, places, first.order);
  if (first?.kind === 'remove' && edits.every(({ kind, pointer }) => kind === 'remove' && isRow(pointer, list)))
    return removed(nested, list, places, edits);
  const found = new Map<string, FormEdit>();
  for (const edit of edits) {
    const pointer =
      edit.kind === 'set' || edit.kind === 'remove' ? plainPointer(nested, list, places, edit) : undefined;
    if (pointer === undefined) return undefined;
    // What several rows have in common is written once.
    found.delete(pointer);
    found.set(pointer, { ...edit, pointer } as FormEdit);
  }
  return [...found.values()];
}

function plainPointer(
  nested: NestedList,
  list: string,
  places: readonly RowPlace[],
  { pointer }: FormEdit,
): string | undefined {
  const [row = '', part, ...keys] = segmentsOf(pointer.slice(list.length));
  const place = places[Number(row)];
  const column = keys.reduce(memberPointer, `/${part ?? ''}`);
  if (place === undefined) return undefined;
  if (part === 'inner') return place.inner === undefined ? undefined : realPointer(nested, list, place, column);
  // An object that holds the rows is not to be written over.
  const isAround = isWithin(outerPointer + nested.pointer, column);
  return part === 'outer' && !isAround ? realPointer(nested, list, place, column) : undefined;
}

function isRow(pointer: string, list: string): boolean {
  return segmentsOf(pointer.slice(list.length)).length === 1;
}

/** An item that would have no rows left is not as plain. */
function removed(
  nested: NestedList,
  list: string,
  places: readonly RowPlace[],
  edits: readonly FormEdit[],
): readonly FormEdit[] | undefined {
  const rows = new Set(edits.map(({ pointer }) => Number(segmentsOf(pointer.slice(list.length))[0])));
  const kept = new Set(places.flatMap(({ outer }, row) => (rows.has(row) ? [] : [outer])));
  const gone = [...rows].map((row) => places[row]);
  if (!gone.every((place) => place?.inner !== undefined && kept.has(place.outer))) return undefined;
  return gone.map((place) => ({ kind: 'remove', pointer: realPointer(nested, list, place) }));
}

/** The rows of an item that stay together change places in it, or their items do among each other. */
function arranged(
  nested: NestedList,
  list: string,
  places: readonly RowPlace[],
  order: readonly number[],
): readonly FormEdit[] | undefined {
  const rowsOf = new Map<number, number[]>();
  let last: number | undefined;
  for (const row of order) {
    const { outer, inner = -1 } = places[row] ?? {};
    if (outer === undefined || (outer !== last && rowsOf.has(outer))) return undefined;
    const rows = rowsOf.get(outer) ?? [];
    rowsOf.set(outer, rows);
    rows.push(inner);
    last = outer;
  }
  if (order.length !== places.length) return undefined;
  const within = [...rowsOf].flatMap(([outer, rows]): readonly FormEdit[] =>
    isRising(rows) ? [] : [{ kind: 'arrange', pointer: pointerTo(list, outer) + nested.pointer, order: rows }],
  );
  const outers = [...rowsOf.keys()];
  if (isRising(outers)) return within;
  return within.length === 0 ? [{ kind: 'arrange', pointer: list, order: outers }] : undefined;
}

function isRising(indexes: readonly number[]): boolean {
  return indexes.every((index, at) => at === 0 || index > (indexes[at - 1] ?? -1));
}
