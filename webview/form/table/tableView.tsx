import { useCallback, useContext, useMemo, useRef, useState } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isWithin, pointerTo, valueAt } from '../../../src/protocol/pointer';
import { type Column, columnsOf, isFilled, strangeColumns } from '../../../src/protocol/table/columns';
import type { FieldPlace } from '../fields/fieldPlace';
import { IssueLine } from '../frame/fieldFrame';
import { childOf, isBlank } from '../issues/issueTree';
import { AskedContext, useReveal, useSession } from '../state/formSession';
import { countWords } from './cellWords';
import { ColumnsMenu } from './columnsMenu';
import { Grid } from './grid/grid';
import { blockOf, type Cell } from './grid/gridMove';
import { issuesAt } from './grid/gridRow';
import { GroupLines } from './groupLines';
import { type RowsReading, shownRows } from './shownRows';
import { TableTools } from './tableTools';
import { useGridActions } from './useGridActions';

export interface TableViewProps {
  readonly field: ListField;
  readonly place: FieldPlace;
  readonly items: readonly JsonValue[];
  /** Shows a value that no cell can hold. */
  readonly onOpen: (pointer: string) => void;
}

const firstCell: Cell = { row: 0, column: 0 };

/** The items of a list as rows, in columns of what is filled. */
export function TableView({ field, place, items, onOpen }: TableViewProps) {
  const { pointer, issues } = place;
  const session = useSession();
  const asked = useContext(AskedContext);
  const [said, say] = useState('');
  const [reading, setReading] = useState<RowsReading>({ sorting: undefined, filter: '' });
  const [[active, anchor], setSelection] = useState<readonly [Cell, Cell]>([firstCell, firstCell]);
  const takesFocus = useRef(false);
  const { all, columns, choose } = useColumns(field, items);
  const rows = useMemo(() => shownRows(items, columns, reading), [items, columns, reading]);
  const known = useMemo(
    () =>
      Object.fromEntries(columns.map((own) => [own.pointer, place.suggestions[`${place.pattern}/*${own.pointer}`]])),
    [columns, place.suggestions, place.pattern],
  );
  const isArranged = reading.sorting !== undefined || reading.filter.trim() !== '';
  const shown = useMemo(
    () => ({ field, pointer, items, rows, columns, isArranged }),
    [field, pointer, items, rows, columns, isArranged],
  );
  const actions = useGridActions(shown, say, onOpen);
  const last = { row: rows.length - 1, column: columns.length - 1 };
  const cell = within(active, last);
  const corner = within(anchor, last);
  const block = blockOf(cell, corner, { rows: rows.length, columns: columns.length, page: 1 });

  const reveal = useCallback(
    (target: string) => {
      const row = rows.findIndex((index) => isWithin(target, pointerTo(pointer, index)));
      const column = columns.findIndex((own) => isWithin(target, pointerTo(pointer, rows[row] ?? -1) + own.pointer));
      if (row < 0) return;
      const to = { row, column: Math.max(0, column) };
      takesFocus.current = true;
      setSelection([to, to]);
    },
    [rows, columns, pointer],
  );
  useReveal(pointer, reveal);
  const sort = (column: string) => {
    setReading(({ sorting, filter }) => ({ filter, sorting: nextSorting(sorting, column) }));
    say(`Sorted by ${columns.find((own) => own.pointer === column)?.title ?? ''}, for reading only`);
  };
  const filter = (text: string) => {
    setReading((before) => ({ ...before, filter: text }));
  };
  const index = rows[cell.row] ?? -1;
  const column = columns[cell.column];
  const wrong = column && cell.row >= 0 ? problemsAt(index, column) : [];
  function problemsAt(at: number, { pointer: own }: Column) {
    return issuesAt(childOf(issues, String(at)), own, asked || !isBlank(valueAt(items[at], own)));
  }
  return (
    <div class="table-view">
      <div class="table-head">
        <label class="table-filter">
          <span class="visually-hidden">Show only rows that hold</span>
          <input
            type="search"
            placeholder={`Filter ${field.label.toLowerCase()}`}
            value={reading.filter}
            onInput={({ currentTarget }) => filter(currentTarget.value)}
          />
        </label>
        <ColumnsMenu all={all} shown={columns} onChoose={choose} />
        <span class="field-note" role="status">
          {rows.length === items.length
            ? countWords(items.length, field.itemLabel)
            : `${rows.length} of ${countWords(items.length, field.itemLabel)}`}
        </span>
      </div>
      <Grid
        label={field.label}
        field={field}
        pointer={pointer}
        items={items}
        rows={rows}
        columns={columns}
        issues={issues}
        asked={asked}
        known={known}
        sorting={reading.sorting}
        onSort={sort}
        actions={actions}
        active={cell}
        anchor={corner}
        onSelect={useCallback((to: Cell, from: Cell) => setSelection([to, from]), [])}
        takesFocus={takesFocus}
      />
      <div class="table-cell-issues" data-pointer={column && pointerTo(pointer, index) + column.pointer}>
        {wrong.map((issue) => (
          <IssueLine key={`${issue.code} ${issue.message}`} {...issue} />
        ))}
      </div>
      <GroupLines pointer={pointer} onReveal={(at) => session.reveal(at)} />
      <TableTools shown={shown} block={block} actions={actions} />
      <div class="visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
    </div>
  );
}

/** What is filled and what has to be, unless somebody chooses otherwise. */
function useColumns(field: ListField, items: readonly JsonValue[]) {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const known = useMemo(() => columnsOf(field), [field]);
  const all = useMemo(() => [...known, ...strangeColumns(known, items)], [known, items]);
  const keys = all
    .filter((column) => chosen[column.pointer] ?? (isFilled(column, items) || isNeeded(column)))
    .map(({ pointer }) => pointer)
    .join('\n');
  const columns = useMemo(() => {
    const some = new Set(keys.split('\n'));
    return all.filter(({ pointer }) => some.has(pointer));
  }, [all.length, known, keys]);
  const choose = useCallback(
    (pointer: string, shows: boolean) => setChosen((before) => ({ ...before, [pointer]: shows })),
    [],
  );
  return { all, columns: columns.length > 0 ? columns : all.slice(0, 1), choose };
}

function isNeeded({ field, pointer }: Column): boolean {
  return field.required && pointer.lastIndexOf('/') === 0;
}

function nextSorting(before: RowsReading['sorting'], column: string): RowsReading['sorting'] {
  if (before?.column !== column) return { column, descends: false };
  return before.descends ? undefined : { column, descends: true };
}

function within({ row, column }: Cell, last: Cell): Cell {
  return { row: Math.min(row, last.row), column: Math.min(column, last.column) };
}
