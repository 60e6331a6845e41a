import type { FormEdit } from '../../../../protocol/form';
import type { JsonValue } from '../../../../protocol/json';
import { type NestedList, type NestedRows, nestedRows } from '../../../../protocol/table/nestedRows';
import { plainEdits } from '../../../../protocol/table/plainEdits';
import { joinPointer, splitPointer } from '../../pointer';
import { editTexts } from '../editTexts';
import { SpellingMarks } from '../spellingMarks';
import { firstRows } from './outerSteps';
import { type RealEdits, RowSteps } from './rowSteps';

export interface NestedTarget {
  readonly nested: NestedList;
  /** The outer list. */
  readonly pointer: string;
  readonly items: readonly JsonValue[];
  /** The request as it is written, where values do not say it all. */
  readonly written: string | undefined;
}

/** Edits of rows as those of the two lists that they come from. */
export function nestedEdits({ nested, pointer, items, written }: NestedTarget, edits: readonly FormEdit[]): RealEdits {
  const { places } = nestedRows(nested, items);
  const plain = plainEdits(nested, pointer, places, edits);
  if (plain) return { edits: plain, places: new Map() };
  const marks = new SpellingMarks([written ?? '', JSON.stringify([items, edits])].join('\n'));
  const marked = written === undefined ? items : (marks.marked([...items], written, pointer) as readonly JsonValue[]);
  const before = nestedRows(nested, marked);
  const firsts = firstRows(places);
  const own = edits.map((edit) => inRows(edit, { pointer, before, firsts, marks }));
  // An outer item may be as long as all of its rows: it stands in the first of them alone.
  const rows = before.items.map((item, row) => {
    const { outer, ...others } = item as { readonly outer: JsonValue };
    return { row, ...others, ...(firsts.get(places[row]?.outer ?? -1) === row && { outer }) };
  });
  const after: readonly JsonValue[] = JSON.parse(editTexts(JSON.stringify(rows), own));
  const isArranged = edits.some(({ kind }) => kind === 'arrange') && !edits.some(isNumbered);
  const steps = new RowSteps(nested, marked, before.places);
  for (const [index, row] of after.entries()) steps.add(index, row);
  const result = steps.result(pointer, isArranged);
  return { ...result, edits: result.edits.map((edit) => restored(edit, marks)) };
}

function isNumbered({ pointer }: FormEdit): boolean {
  return splitPointer(pointer).at(-1) === 'number';
}

interface Rows {
  readonly pointer: string;
  readonly before: NestedRows;
  /** Of each outer item, by its index. */
  readonly firsts: ReadonlyMap<number, number>;
  readonly marks: SpellingMarks;
}

/** What several rows have in common is changed in the first of them. */
function inRows(edit: FormEdit, { pointer, before: { places }, firsts, marks }: Rows): FormEdit {
  const [row, part, ...keys] = splitPointer(edit.pointer.slice(pointer.length));
  const outer = places[Number(row)]?.outer;
  const first = part === 'outer' && outer !== undefined ? firsts.get(outer) : row;
  const at = row === undefined ? '' : joinPointer('', first ?? row, ...(part === undefined ? [] : [part, ...keys]));
  if (!('value' in edit) || edit.written === undefined) return { ...edit, pointer: at };
  const { written, ...own } = edit;
  return { ...own, pointer: at, value: marks.marked(edit.value, written) };
}

/** With the digits that the marks stand for. */
function restored(edit: FormEdit, marks: SpellingMarks): FormEdit {
  if (!('value' in edit)) return edit;
  const text = JSON.stringify(edit.value);
  const written = marks.restored(text);
  return written === text ? edit : { ...edit, value: JSON.parse(written), written };
}
