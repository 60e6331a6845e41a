import { t } from '@vscode/l10n';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { type NestedList, numberEdit, type RowPlace } from '../../../src/protocol/table/nestedRows';
import { itemsNoun } from '../../../src/protocol/words/itemNouns';
import { nounWithin } from '../../../src/protocol/words/nounWithin';
import { span } from './grid/gridMove';

/** Where the rows of a table come from that are items of several lists. */
export interface NestedShown {
  readonly list: NestedList;
  readonly places: readonly RowPlace[];
  /** Of the outer list. */
  readonly items: readonly JsonValue[];
}

export interface MovedRows {
  readonly pointer: string;
  readonly nested: NestedShown;
  readonly top: number;
  readonly bottom: number;
}

export interface RowsMove {
  readonly edits: readonly FormEdit[];
  /** How far they go among all rows. */
  readonly by: number;
  readonly says: string;
}

/** Rows go past their neighbour in the same item, then into the next item; all rows of an item take it along. */
export function nestedStep(rows: MovedRows, by: 1 | -1): RowsMove {
  const { nested, top, bottom } = rows;
  const { outer: list } = nested.list;
  const outerOf = (row: number) => nested.places[row]?.outer ?? -1;
  const [first, last] = [outerOf(top), outerOf(bottom)];
  const isWhole = outerOf(top - 1) !== first && outerOf(bottom + 1) !== last;
  if (isWhole) return wholeStep(rows, by);
  if (first !== last)
    return { edits: [], by: 0, says: t('Rows of several {0} move only with all rows of each.', itemsNoun(list)) };
  const neighbour = by < 0 ? top - 1 : bottom + 1;
  if (outerOf(neighbour) === first) {
    return { edits: [arranged(rows, neighbour, neighbour)], by, says: t('Moved to {0}', top + by + 1) };
  }
  const to = outerOf(neighbour);
  return { edits: housedIn(rows, to), by: 0, says: t('Moved to {0} {1}', nounWithin(list.itemLabel), to + 1) };
}

/** Rows that are dropped on another one stand in its item. */
export function housedLike(rows: MovedRows, row: number): readonly FormEdit[] {
  const to = rows.nested.places[row]?.outer;
  return to === undefined ? [] : housedIn(rows, to);
}

function housedIn({ pointer, nested, top, bottom }: MovedRows, to: number): readonly FormEdit[] {
  const others = span(top, bottom).filter((row) => nested.places[row]?.outer !== to);
  return others.map((row) => numberEdit(pointer, row, to));
}

function wholeStep(rows: MovedRows, by: 1 | -1): RowsMove {
  const { places, list } = rows.nested;
  const passed = places[by < 0 ? rows.top - 1 : rows.bottom + 1]?.outer;
  const others = [...places.keys()].filter((row) => places[row]?.outer === passed);
  const [from = 0, to = 0] = [others[0], others.at(-1)];
  const what = list.outer.itemLabel;
  const says = by < 0 ? t('{0} moved up', what) : t('{0} moved down', what);
  return { edits: [arranged(rows, from, to)], by: by * others.length, says };
}

/** All rows in the order that comes of those between two rows going to the other side. */
function arranged({ pointer, nested, top, bottom }: MovedRows, from: number, to: number): FormEdit {
  const all = [...nested.places.keys()];
  const [own, passed] = [all.slice(top, bottom + 1), all.slice(from, to + 1)];
  const order =
    from < top
      ? [...all.slice(0, from), ...own, ...passed, ...all.slice(bottom + 1)]
      : [...all.slice(0, top), ...passed, ...own, ...all.slice(to + 1)];
  return { kind: 'arrange', pointer, order };
}
