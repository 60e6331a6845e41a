import { t } from '@vscode/l10n';
import type { FormEdit, ListField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { pointerTo, valueAt } from '../../../src/protocol/pointer';
import { editsOfCell } from '../../../src/protocol/table/cellEdits';
import type { Column } from '../../../src/protocol/table/columns';
import { heldWords } from '../../../src/protocol/table/nestedRows';
import type { CellRange } from '../../../src/protocol/table/rows';
import { countOf } from '../../../src/protocol/words/itemNouns';
import { textOf } from '../fields/scalarText';
import { dropOf, removalOf, stepOf } from '../lists/several/severalItems';
import type { Typed } from './grid/cellText';
import type { GridActions } from './grid/gridActions';
import { type Block, type Cell, span } from './grid/gridMove';
import { housedLike, type NestedShown, nestedStep } from './nestedMoves';

export interface Shown {
  readonly field: ListField;
  readonly pointer: string;
  readonly items: readonly JsonValue[];
  /** Indexes of items, in the order in which they are shown. */
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  /** Rows are shown in another order than the list has, or not all of them. */
  readonly isArranged: boolean;
  /** Where rows are items of several lists. */
  readonly nested?: NestedShown | undefined;
}

export interface TablePorts {
  /** As one change, and one step to undo. */
  readonly change: (edits: readonly FormEdit[]) => void;
  /** The same of what leaves every other value where it is. */
  readonly write: (edits: readonly FormEdit[]) => void;
  readonly copy: (range: CellRange) => void;
  readonly paste: (text: string, range: CellRange) => void;
  /** Shows first what would become of the rows. */
  readonly read: (text: string, range: CellRange) => void;
  readonly isCopied: (text: string) => boolean;
  readonly open: (pointer: string) => void;
  /** To screen readers. */
  readonly say: (words: string) => void;
  /** To everybody: why something stays as it is. */
  readonly refuse: (words: string) => void;
}

/** What is done to the cells of a table, as edits of the values behind them. */
export class TableEdits implements GridActions {
  readonly #shown: Shown;
  readonly #ports: TablePorts;

  constructor(shown: Shown, ports: TablePorts) {
    this.#shown = shown;
    this.#ports = ports;
  }

  readonly commit = (cell: Cell, typed: Typed): void => {
    this.#write(this.#editsAt(cell.row, cell.column, typed));
  };

  readonly toggle = ({ row, column }: Cell): boolean => {
    const field = this.#shown.columns[column]?.field;
    if (field?.kind !== 'check' || row < 0) return false;
    const isOn = textOf(this.#valueAt(row, column)) === textOf(field.on);
    return this.#write(this.#editsAt(row, column, { value: isOn ? field.off : field.on }));
  };

  readonly open = ({ row, column }: Cell): boolean => {
    const own = this.#shown.columns[column];
    const held = this.#heldIn([[row, column]]);
    if (held !== undefined) {
      this.#ports.refuse(held);
      return true;
    }
    if (own?.field.kind === 'check') return true;
    if (own?.field.kind !== 'list') return false;
    this.#ports.open(this.#pointerAt(row) + own.pointer);
    return true;
  };

  readonly clear = (block: Block): void => {
    const cells = this.#free(cellsOf(block));
    const edits = cells.flatMap(([row, column]) => this.#editsAt(row, column, { value: undefined }));
    const count = cells.length;
    if (this.#write(edits)) this.#ports.say(count === 1 ? t('1 cell emptied') : t('{0} cells emptied', count));
  };

  /** From the first row of what is selected; from the one above where only one is. */
  readonly fillDown = ({ top, bottom, left, right }: Block): void => {
    const from = top === bottom ? Math.max(0, top - 1) : top;
    const edits = span(left, right).flatMap((column) => {
      const value = this.#valueAt(from, column);
      const below = span(from + 1, bottom).map((row) => [row, column] as const);
      return this.#free(below).flatMap(([row]) => this.#editsAt(row, column, { value }));
    });
    const count = bottom - from;
    if (this.#write(edits)) this.#ports.say(count === 1 ? t('1 row filled') : t('{0} rows filled', count));
  };

  readonly copy = (block: Block): void => {
    this.#ports.copy(this.#rangeOf(block));
    const count = cellsOf(block).length;
    this.#ports.say(count === 1 ? t('1 cell copied') : t('{0} cells copied', count));
  };

  /** One value goes into all that is selected; what was copied here goes into cells; other rows are looked at first. */
  readonly paste = (text: string, block: Block): void => {
    const { rows, columns } = this.#shown;
    const isOwn = this.#ports.isCopied(text);
    if (!/[\r\n\t]/.test(isOwn ? text : text.trim())) {
      // An empty cell empties others; a clipboard that holds no text says nothing.
      const count = cellsOf(block).length;
      if ((text === '' && !isOwn) || this.#free(cellsOf(block)).length === 0) return;
      this.#ports.paste(text, { ...this.#rangeOf(block), fills: true });
      this.#ports.say(count === 1 ? t('Pasted into 1 cell') : t('Pasted into {0} cells', count));
      return;
    }
    const range = this.#rangeOf({ ...block, bottom: rows.length - 1, right: columns.length - 1 });
    if (isOwn) {
      this.#ports.paste(text, range);
      this.#ports.say(t('Cells pasted'));
    } else this.#ports.read(text, range);
  };

  readonly remove = ({ top, bottom }: Block): void => {
    const { field, items, pointer, rows } = this.#shown;
    const gone = span(top, bottom);
    if (items.length - gone.length < (field.minItems ?? 0)) {
      this.#ports.say(t('{0} needs {1} at least.', field.label, countOf(field.minItems ?? 0, field)));
      return;
    }
    this.#change(removalOf({ pointer, indexes: gone.flatMap((row) => rows[row] ?? []) }));
    this.#ports.say(t('{0} removed', countOf(gone.length, field)));
  };

  readonly moveRows = ({ top, bottom }: Block, by: 1 | -1): number | undefined => {
    const { items, pointer, nested } = this.#shown;
    if (this.#isLocked() || top + by < 0 || bottom + by >= items.length) return undefined;
    const move = nested
      ? nestedStep({ pointer, nested, top, bottom }, by)
      : {
          edits: stepOf({ pointer, items, indexes: span(top, bottom) }, by),
          by,
          says: t('Moved to {0}', top + by + 1),
        };
    this.#ports.say(move.says);
    return this.#change(move.edits) ? move.by : undefined;
  };

  readonly dropRows = ({ top, bottom }: Block, to: number): void => {
    if ((to >= top && to <= bottom) || this.#isLocked()) return;
    const { nested, pointer } = this.#shown;
    const rehoused = nested ? housedLike({ pointer, nested, top, bottom }, to) : [];
    this.#change([...rehoused, ...dropOf({ ...this.#shown, indexes: span(top, bottom) }, to)]);
    this.#ports.say(t('Moved to {0}', to + 1));
  };

  /** The cells that can be written; why the others cannot is said. */
  #free(cells: readonly (readonly [row: number, column: number])[]) {
    const held = this.#heldIn(cells);
    if (held === undefined) return cells;
    this.#ports.refuse(held);
    return cells.filter((cell) => this.#heldIn([cell]) === undefined);
  }

  /** What is said of a cell that would write over rows; undefined where none does. */
  #heldIn(cells: readonly (readonly [row: number, column: number])[]): string | undefined {
    const { nested, rows, columns } = this.#shown;
    if (nested === undefined) return undefined;
    for (const [row, column] of cells) {
      const held = heldWords(nested.list, nested.places[rows[row] ?? -1], columns[column]?.pointer ?? '');
      if (held !== undefined) return held;
    }
    return undefined;
  }

  #isLocked(): boolean {
    const { isArranged } = this.#shown;
    if (isArranged) this.#ports.say(t('Rows move only while all of them are shown in their own order.'));
    return isArranged;
  }

  #change(edits: readonly FormEdit[]): boolean {
    if (edits.length > 0) this.#ports.change(edits);
    return edits.length > 0;
  }

  #write(edits: readonly FormEdit[]): boolean {
    if (edits.length > 0) this.#ports.write(edits);
    return edits.length > 0;
  }

  #editsAt(row: number, column: number, typed: Typed): readonly FormEdit[] {
    const { rows, columns, items } = this.#shown;
    const own = columns[column];
    const index = rows[row];
    if (!own || index === undefined) return [];
    return editsOfCell({ column: own, ...typed }, this.#pointerAt(row), items[index]);
  }

  #valueAt(row: number, column: number): JsonValue | undefined {
    const { rows, columns, items } = this.#shown;
    const own = columns[column];
    return own && valueAt(items[rows[row] ?? -1], own.pointer);
  }

  #pointerAt(row: number): string {
    return pointerTo(this.#shown.pointer, this.#shown.rows[row] ?? -1);
  }

  #rangeOf({ top, bottom, left, right }: Block): CellRange {
    const { pointer, rows, columns, nested } = this.#shown;
    return {
      pointer,
      ...(nested && { nested: nested.list.pointer }),
      rows: span(top, bottom).flatMap((row) => rows[row] ?? []),
      columns: columns.slice(left, right + 1).map((column) => column.pointer),
    };
  }
}

function cellsOf({ top, bottom, left, right }: Block): readonly (readonly [row: number, column: number])[] {
  return span(top, bottom).flatMap((row) => span(left, right).map((column) => [row, column] as const));
}
