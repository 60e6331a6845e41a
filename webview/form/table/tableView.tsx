import { t } from '@vscode/l10n';
import { useCallback, useContext, useMemo, useRef, useState } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isWithin, valueAt } from '../../../src/protocol/pointer';
import { type Column, isFilled } from '../../../src/protocol/table/columns';
import type { NestedList } from '../../../src/protocol/table/nestedRows';
import { countOf } from '../../../src/protocol/words/itemNouns';
import { nounWithin } from '../../../src/protocol/words/nounWithin';
import type { FieldPlace } from '../fields/fieldPlace';
import { useReleased } from '../focus/useReleased';
import { IssueLine, IssueLines } from '../frame/fieldFrame';
import { childOf, isBlank } from '../issues/issueTree';
import { AskedContext, useReveal, useSession } from '../state/formContexts';
import { useKeptPart } from '../state/useKeptPart';
import { ColumnsMenu } from './columnsMenu';
import { Grid } from './grid/grid';
import { blockOf, type Cell } from './grid/gridMove';
import { issuesAt } from './grid/gridRow';
import { GroupLines } from './groupLines';
import { readCells, readChosen, readReading } from './keptTable';
import { type RowsReading, shownRows } from './shownRows';
import { TableTools } from './tableTools';
import { useGridActions } from './useGridActions';
import { useRefusal, useUnwritten } from './useRefusal';
import { type RowSource, useRowSource } from './useRowSource';

export interface TableViewProps {
  readonly field: ListField;
  readonly place: FieldPlace;
  readonly items: readonly JsonValue[];
  /** Whose items are the rows, instead of those of the list. */
  readonly nested: NestedList | undefined;
  /** Shows a value that no cell can hold. */
  readonly onOpen: (pointer: string) => void;
}

const firstCell: Cell = { row: 0, column: 0 };
const firstCells: readonly [Cell, Cell] = [firstCell, firstCell];
const everyRow: RowsReading = { sorting: undefined, filter: '' };

/** The items of a list as rows, in columns of what is filled. */
export function TableView({ field: list, place, items: listed, nested: inner, onOpen }: TableViewProps) {
  const { pointer } = place;
  const source = useRowSource(list, place, listed, inner);
  const { field, items, issues, nested, pointerOf, around, patternOf } = source;
  const session = useSession();
  const asked = useContext(AskedContext);
  const [said, say] = useState('');
  const { refusal, refuse, takeBack } = useRefusal();
  const tell = useCallback((words: string) => {
    say(words);
    refuse(words);
  }, []);
  useUnwritten(pointer, tell);
  // Each of the lists that can be the rows is looked at in its own way.
  const at = `${pointer} ${inner?.pointer ?? ''}`;
  const [reading, setReading] = useKeptPart<RowsReading>(`reading${at}`, everyRow, readReading);
  const [[active, anchor], setSelection] = useKeptPart(`cells${at}`, firstCells, readCells);
  const takesFocus = useRef(false);
  const { all, columns, choose } = useColumns(source, at);
  const rows = useMemo(() => shownRows(items, columns, reading), [items, columns, reading]);
  const known = useMemo(
    () => Object.fromEntries(columns.map((own) => [own.pointer, place.suggestions[patternOf(own.pointer)]])),
    [columns, place.suggestions, patternOf],
  );
  const isArranged = reading.sorting !== undefined || reading.filter.trim() !== '';
  const shown = useMemo(
    () => ({ field, pointer, items, rows, columns, isArranged, nested }),
    [field, pointer, items, rows, columns, isArranged, nested],
  );
  const actions = useGridActions(shown, { say, refuse: tell }, onOpen);
  const last = { row: rows.length - 1, column: columns.length - 1 };
  const cell = within(active, last);
  const corner = within(anchor, last);
  const block = blockOf(cell, corner, { rows: rows.length, columns: columns.length, page: 1 });

  const reveal = useCallback(
    (target: string) => {
      const own = rows.findIndex((index) => isWithin(target, pointerOf(index, '')));
      const row = own < 0 ? rows.findIndex((index) => isWithin(target, around(index))) : own;
      const column = columns.findIndex(({ pointer: at }) => isWithin(target, pointerOf(rows[row] ?? -1, at)));
      if (row < 0) return;
      const to = { row, column: Math.max(0, column) };
      takesFocus.current = true;
      setSelection(() => [to, to]);
    },
    [rows, columns, pointerOf, around],
  );
  useReveal(pointer, reveal);
  const sort = (column: string) => {
    setReading(({ sorting, filter }) => ({ filter, sorting: nextSorting(sorting, column) }));
    say(t('Sorted by {0}, for reading only', columns.find((own) => own.pointer === column)?.title ?? ''));
  };
  const filter = (text: string) => {
    setReading((before) => ({ ...before, filter: text }));
  };
  const told = within(useReleased(active), last);
  const index = rows[told.row] ?? -1;
  const column = columns[told.column];
  const wrong = column && told.row >= 0 ? problemsAt(index, column) : [];
  function problemsAt(at: number, { pointer: own }: Column) {
    return issuesAt(childOf(issues, String(at)), own, asked || !isBlank(valueAt(items[at], own)));
  }
  return (
    <div class="table-view">
      <div class="table-head">
        <label class="table-filter">
          <span class="visually-hidden">{t('Show only rows that hold')}</span>
          <input
            type="search"
            placeholder={t('Filter {0}', nounWithin(field.label))}
            value={reading.filter}
            onInput={({ currentTarget }) => filter(currentTarget.value)}
          />
        </label>
        <ColumnsMenu all={all} shown={columns} onChoose={choose} />
        <span class="field-note" role="status">
          {rows.length === items.length
            ? countOf(items.length, field)
            : t('{0} of {1}', rows.length, countOf(items.length, field))}
        </span>
      </div>
      <Grid
        label={field.label}
        field={field}
        pointerOf={pointerOf}
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
        onSelect={useCallback((to: Cell, from: Cell) => {
          setSelection(() => [to, from]);
          takeBack();
        }, [])}
        takesFocus={takesFocus}
      />
      <div class="table-cell-issues" data-pointer={column && pointerOf(index, column.pointer)}>
        {refusal !== undefined && <IssueLine severity="warning" message={refusal} />}
        <IssueLines issues={wrong} />
      </div>
      <GroupLines pointer={pointer} onReveal={(at) => session.reveal(at)} />
      <TableTools shown={shown} block={block} actions={actions} />
      <div class="visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
    </div>
  );
}

const noChoice: Readonly<Record<string, boolean>> = {};

/** What is filled and what has to be, unless somebody chooses otherwise. */
function useColumns({ known, strange, items }: RowSource, at: string) {
  const [chosen, setChosen] = useKeptPart(`columns${at}`, noChoice, readChosen);
  const all = useMemo(() => [...known, ...strange], [known, strange]);
  const keys = all
    .filter((column) => chosen[column.pointer] ?? (isFilled(column, items) || isNeeded(column)))
    .map(({ pointer }) => pointer);
  const chosenKeys = JSON.stringify(keys);
  const columns = useMemo(() => {
    const some = new Set<string>(JSON.parse(chosenKeys));
    return all.filter(({ pointer }) => some.has(pointer));
  }, [all.length, known, chosenKeys]);
  const choose = useCallback(
    (pointer: string, shows: boolean) => setChosen((before) => ({ ...before, [pointer]: shows })),
    [],
  );
  return { all, columns: columns.length > 0 ? columns : all.slice(0, 1), choose };
}

function isNeeded({ field, pointer }: Column): boolean {
  return field.required && pointer.replace(/^\/(outer|inner)(?=\/)/, '').lastIndexOf('/') === 0;
}

function nextSorting(before: RowsReading['sorting'], column: string): RowsReading['sorting'] {
  if (before?.column !== column) return { column, descends: false };
  return before.descends ? undefined : { column, descends: true };
}

function within({ row, column }: Cell, last: Cell): Cell {
  return { row: Math.min(row, last.row), column: Math.min(column, last.column) };
}
