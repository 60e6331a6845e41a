import { useMemo } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { memberPointer, pointerTo, segmentsOf } from '../../../src/protocol/pointer';
import { type Column, columnsOf, strangeColumns } from '../../../src/protocol/table/columns';
import {
  type NestedList,
  nestedRows,
  numberPointer,
  realPointer,
  strangeNestedColumns,
} from '../../../src/protocol/table/nestedRows';
import type { FieldPlace } from '../fields/fieldPlace';
import { childOf, type IssueNode } from '../issues/issueTree';
import type { NestedShown } from './nestedMoves';

/** What the rows of a table are: the items of a list, or those of the lists in its items. */
export interface RowSource {
  readonly field: ListField;
  readonly items: readonly JsonValue[];
  readonly issues: IssueNode | undefined;
  readonly known: readonly Column[];
  readonly strange: readonly Column[];
  readonly nested: NestedShown | undefined;
  /** Of a value of a row, in the request. */
  readonly pointerOf: (index: number, column: string) => string;
  /** Of the item around a row. */
  readonly around: (index: number) => string;
  /** The same with `*` for any index. */
  readonly patternOf: (column: string) => string;
}

export function useRowSource(
  field: ListField,
  { pointer, pattern, issues }: FieldPlace,
  items: readonly JsonValue[],
  list: NestedList | undefined,
): RowSource {
  const known = useMemo(() => list?.columns ?? columnsOf(field), [field, list]);
  const rows = useMemo(() => list && nestedRows(list, items), [list, items]);
  const shown = rows?.items ?? items;
  const strange = useMemo(
    () => (list ? strangeNestedColumns(list, shown) : strangeColumns(known, shown)),
    [list, known, shown],
  );
  const places = useMemo(() => {
    const pointerOf = (index: number, column: string) =>
      list ? realPointer(list, pointer, rows?.places[index], column) : pointerTo(pointer, index) + column;
    const around = (index: number) => pointerTo(pointer, rows?.places[index]?.outer ?? index);
    return { pointerOf, around };
  }, [pointer, list, rows]);
  const patternOf = useMemo(() => (column: string) => patternIn(pattern, list, column), [pattern, list]);
  const nested = useMemo(() => list && rows && { list, places: rows.places, items }, [list, rows, items]);
  const found = useMemo(() => (nested ? issuesOfRows(nested, issues) : issues), [nested, issues]);
  return { field: list?.rows ?? field, items: shown, issues: found, known, strange, nested, ...places, patternOf };
}

function patternIn(pattern: string, list: NestedList | undefined, column: string): string {
  const [part, ...keys] = segmentsOf(column);
  if (!list) return `${pattern}/*${column}`;
  const rest = keys.reduce(memberPointer, '');
  return part === 'inner' ? `${pattern}/*${list.pointer}/*${rest}` : `${pattern}/*${rest}`;
}

/** What is wrong with an outer item as a whole, or with how many rows it has, is said at its number. */
function issuesOfRows({ list, places }: NestedShown, issues: IssueNode | undefined): IssueNode | undefined {
  if (!issues) return undefined;
  const children = places.flatMap(({ outer, inner }, row): readonly (readonly [string, IssueNode])[] => {
    const item = childOf(issues, String(outer));
    if (!item) return [];
    const own = segmentsOf(list.pointer).reduce<IssueNode | undefined>(childOf, item);
    const parts = {
      [numberPointer.slice(1)]: { ...item, own: [...item.own, ...(own?.own ?? [])], children: {} },
      outer: item,
      ...(inner !== undefined && own?.children[inner] && { inner: own.children[inner] }),
    };
    return [[String(row), { own: [], children: parts, counts: item.counts }]];
  });
  return { own: [], children: Object.fromEntries(children), counts: issues.counts };
}
