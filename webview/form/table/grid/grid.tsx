import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListField } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import type { Column } from '../../../../src/protocol/table/columns';
import { childOf, type IssueNode } from '../../issues/issueTree';
import type { Sorting } from '../shownRows';
import type { GridActions } from './gridActions';
import { GridHead } from './gridHead';
import { blockOf, type Cell } from './gridMove';
import { GridRow, type KnownValues } from './gridRow';
import { type Editing, rowEditingOf } from './rowEditing';
import { useClipboard } from './useClipboard';
import { onGridKey } from './useGridKeys';
import { useRowDrag } from './useRowDrag';
import { useVirtualRows } from './useVirtualRows';

/** As in grid.css. */
const rowHeight = 28;
/** Of the numbers of the rows, in characters, as in grid.css. */
const numberWidth = 5;

export interface GridProps {
  readonly label: string;
  readonly field: ListField;
  /** Of a value of an item. */
  readonly pointerOf: (index: number, column: string) => string;
  readonly items: readonly JsonValue[];
  /** Indexes of items, in the order in which they are shown. */
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  readonly issues: IssueNode | undefined;
  readonly asked: boolean;
  /** Values known from the connection, by column. */
  readonly known: KnownValues;
  readonly sorting: Sorting | undefined;
  readonly onSort: (column: string) => void;
  readonly actions: GridActions;
  readonly active: Cell;
  readonly anchor: Cell;
  readonly onSelect: (active: Cell, anchor: Cell) => void;
  /** Set where the active cell takes the focus, wherever that is. */
  readonly takesFocus: RefObject<boolean>;
}

/** Rows and columns with one cell at a time in the order of the keyboard, as in a spreadsheet. */
export function Grid(props: GridProps) {
  const { field, items, rows, columns, actions, active, anchor, onSelect, takesFocus } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useVirtualRows(box, rows.length, rowHeight);
  const [editing, setEditing] = useState<Editing>();
  // One that was left is not always at its first row.
  useLayoutEffect(() => view.show(active.row), []);
  const size = { rows: rows.length, columns: columns.length, page: view.page };
  const block = blockOf(active, anchor, size);
  const select = (to: Cell, from: Cell) => {
    takesFocus.current = true;
    view.show(to.row);
    onSelect(to, from);
  };
  const go = (to: Cell, extending = false) => select(to, extending ? anchor : to);
  const edit = (cell: Cell, begun?: string) => {
    if (cell.row >= 0 && cell.column >= 0 && !actions.open(cell)) setEditing({ cell, begun });
  };
  useFocus(box, active, takesFocus, editing !== undefined, view.show);
  useClipboard(box, editing !== undefined, block, actions);
  const isWhole = (row: number) => active.column < 0 && row >= block.top && row <= block.bottom;
  const drag = useRowDrag((from, to) =>
    actions.dropRows(isWhole(from) ? block : { ...block, top: from, bottom: from }, to),
  );
  const isDragged = ({ row, column }: Cell) => column < 0 && row >= 0 && isWhole(row);
  const sort = (column: number) => {
    const own = columns[column];
    if (own) props.onSort(own.pointer);
  };
  const rowEditing = editing && rowEditingOf(editing, { actions, size, block, go, stop: () => setEditing(undefined) });
  return (
    <div ref={box} class="grid" onScroll={view.onScroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are moved among and edited.
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        onKeyDown={(event) => {
          // Those that the editor of a cell lets through are of the editor of the page.
          if (isInCellEditor(event)) return;
          onGridKey(event, { active, anchor, block, size, actions, go, select, edit, sort });
        }}
        onMouseDown={(event) => {
          const cell = cellOf(event);
          if (!cell || event.button !== 0 || (editing && isSame(editing.cell, cell))) return;
          if (event.shiftKey) event.preventDefault();
          // Rows that are selected stay so until it is clear whether they are dragged.
          if (event.shiftKey || !isDragged(cell)) go(cell, event.shiftKey);
        }}
        onClick={(event) => {
          const cell = cellOf(event);
          if (cell && !event.shiftKey && isDragged(cell)) go(cell);
        }}
        onDblClick={(event) => {
          const cell = cellOf(event);
          if (cell && !actions.toggle(cell)) edit(cell);
        }}
        {...drag}
        style={widthsOf(columns)}
      >
        <GridHead columns={columns} sorting={props.sorting} active={active} onSort={props.onSort} />
        <tbody class="grid-rows" style={{ height: `calc(${rows.length} * var(--row))` }}>
          {drawnRows(view, active.row, rows.length).map((row) => {
            const index = rows[row] ?? 0;
            const isSelected = row >= block.top && row <= block.bottom && active.row >= 0;
            return (
              <GridRow
                key={index}
                index={index}
                row={row}
                pointerOf={props.pointerOf}
                item={items[index]}
                columns={columns}
                issues={childOf(props.issues, String(index))}
                asked={props.asked}
                itemLabel={field.itemLabel}
                known={props.known}
                active={active.row === row ? active.column : undefined}
                left={isSelected ? block.left : undefined}
                right={isSelected ? block.right : undefined}
                editing={editing?.cell.row === row ? rowEditing : undefined}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function useFocus(
  box: RefObject<HTMLElement | null>,
  { row, column }: Cell,
  takesFocus: RefObject<boolean>,
  isEditing: boolean,
  show: (row: number) => void,
): void {
  useLayoutEffect(() => {
    if (!takesFocus.current || isEditing) return;
    show(row);
    const cell = box.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (!cell) return;
    takesFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/** Those in sight, and the active one: the focus stays where it is however far one scrolls. */
function drawnRows({ first, last }: { readonly first: number; readonly last: number }, active: number, count: number) {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (active < 0 || active >= count || (active >= first && active <= last)) return rows;
  return active < first ? [active, ...rows] : [...rows, active];
}

function widthOf({ field, title }: Column): number {
  const named = Math.min(26, Math.max(8, title.length + 4));
  const takesText = field.kind === 'text' || field.kind === 'file' || field.kind === 'json';
  return Math.max(takesText ? 20 : 0, named);
}

function widthsOf(columns: readonly Column[]): Readonly<Record<string, string>> {
  const widths = columns.map(widthOf);
  const whole = widths.reduce((sum, width) => sum + width, numberWidth);
  return { '--columns': widths.map((width) => `minmax(${width}ch, 1fr)`).join(' '), '--width': `${whole}ch` };
}

function isInCellEditor({ target }: Event): boolean {
  return target instanceof Element && target.closest('.cell-editor') !== null;
}

function cellOf({ target }: Event): Cell | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}

function isSame(one: Cell, other: Cell): boolean {
  return one.row === other.row && one.column === other.column;
}
