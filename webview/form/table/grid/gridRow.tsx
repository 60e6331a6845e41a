import { useMemo } from 'preact/hooks';
import type { Choice } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import { segmentsOf, valueAt } from '../../../../src/protocol/pointer';
import type { Column } from '../../../../src/protocol/table/columns';
import { Icon } from '../../../ui/icon';
import { type IssueNode, isBlank } from '../../issues/issueTree';
import { cellWords } from '../cellWords';
import { CellEditor } from './cellEditor';
import type { Typed } from './cellText';

/** By column. */
export type KnownValues = Readonly<Record<string, readonly Choice[] | undefined>>;

export interface RowEditing {
  readonly column: number;
  readonly begun: string | undefined;
  readonly onDone: (typed: Typed, step?: readonly [number, number]) => void;
  readonly onCancel: () => void;
  readonly onPaste: (text: string) => boolean;
}

export interface GridRowProps {
  /** Of the item in its list. */
  readonly index: number;
  /** Among the rows that are shown. */
  readonly row: number;
  readonly pointerOf: (index: number, column: string) => string;
  readonly item: JsonValue | undefined;
  readonly columns: readonly Column[];
  readonly issues: IssueNode | undefined;
  readonly asked: boolean;
  readonly itemLabel: string;
  readonly known: KnownValues;
  /** Of the active cell, -1 for the number of the row, undefined in other rows. */
  readonly active: number | undefined;
  /** First and last selected column, undefined in other rows. */
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly editing: RowEditing | undefined;
}

/** Drawn again only when something it shows has changed. */
export function GridRow(props: GridRowProps) {
  const { index, row, pointerOf, item, columns, issues, asked, itemLabel, known, active, left, right, editing } = props;
  return useMemo(() => {
    const isSelected = (column: number) =>
      left !== undefined && right !== undefined && column >= left && column <= right;
    return (
      <tr class="grid-row" aria-rowindex={row + 2} style={{ top: `calc(${row} * var(--row))` }}>
        <th
          class="grid-cell grid-number"
          scope="row"
          aria-colindex={1}
          aria-label={`${itemLabel} ${index + 1}`}
          tabIndex={active === -1 ? 0 : -1}
          data-row={row}
          data-column={-1}
          draggable
        >
          {index + 1}
        </th>
        {columns.map((column, at) => (
          <GridCell
            key={column.pointer}
            column={column}
            at={at}
            row={row}
            pointer={pointerOf(index, column.pointer)}
            value={valueAt(item, column.pointer)}
            issues={issues}
            asked={asked}
            known={known[column.pointer]}
            isActive={active === at}
            isSelected={isSelected(at)}
            editing={editing?.column === at ? editing : undefined}
            name={`${column.title}, ${itemLabel} ${index + 1}`}
          />
        ))}
      </tr>
    );
  }, [index, row, pointerOf, item, columns, issues, asked, itemLabel, known, active, left, right, editing]);
}

interface GridCellProps extends Pick<GridRowProps, 'row' | 'issues' | 'asked' | 'editing'> {
  readonly pointer: string;
  readonly column: Column;
  readonly at: number;
  readonly value: JsonValue | undefined;
  readonly known: readonly Choice[] | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly name: string;
}

function GridCell({ column, at, row, pointer, value, name, isActive, isSelected, editing, ...props }: GridCellProps) {
  const found = issuesAt(props.issues, column.pointer, props.asked || !isBlank(value));
  return (
    <td
      class={classOf(column, found, isSelected)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid is moved to and edited.
      role="gridcell"
      aria-colindex={at + 2}
      aria-selected={isSelected}
      aria-invalid={found.some(({ severity }) => severity === 'error') ? 'true' : undefined}
      title={found.map(({ message }) => message).join(' ') || undefined}
      tabIndex={isActive && !editing ? 0 : -1}
      data-row={row}
      data-column={at}
      data-pointer={pointer}
    >
      {editing ? (
        <CellEditor {...editing} column={column} value={value} name={name} known={props.known} />
      ) : (
        <>
          <span class="grid-words">{cellWords(column.field, value, props.known)}</span>
          {found[0] && <Icon name={found[0].severity} />}
        </>
      )}
    </td>
  );
}

/** What is wrong at a cell or within it. */
export function issuesAt(node: IssueNode | undefined, pointer: string, withErrors: boolean) {
  const at = segmentsOf(pointer).reduce<IssueNode | undefined>((above, key) => above?.children[key], node);
  if (!at) return [];
  const own = at.own.length > 0 ? at.own : firstBelow(at);
  return own.filter(({ severity }) => withErrors || severity === 'warning');
}

function firstBelow(node: IssueNode): IssueNode['own'] {
  for (const child of Object.values(node.children)) {
    const own = child.own.length > 0 ? child.own : firstBelow(child);
    if (own.length > 0) return own;
  }
  return [];
}

function classOf({ field }: Column, found: IssueNode['own'], selected: boolean): string {
  const kinds = ['grid-cell'];
  if (field.kind === 'number') kinds.push('grid-digits');
  if (field.kind === 'list') kinds.push('grid-opens');
  if (selected) kinds.push('grid-selected');
  if (found[0]) kinds.push(`grid-${found[0].severity}`);
  return kinds.join(' ');
}
