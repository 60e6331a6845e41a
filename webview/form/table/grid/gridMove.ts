/** A cell by its place on screen. Row -1 holds the names of the columns, column -1 the numbers of the rows. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are in sight at once. */
  readonly page: number;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where a key leads to; undefined for keys that lead nowhere. */
export function moved({ row, column }: Cell, key: string, withCtrl: boolean, size: GridSize): Cell | undefined {
  const to = target({ row, column }, key, withCtrl, size);
  return to && { row: clamp(to.row, -1, size.rows - 1), column: clamp(to.column, -1, size.columns - 1) };
}

function target({ row, column }: Cell, key: string, withCtrl: boolean, size: GridSize): Cell | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: withCtrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: withCtrl ? size.rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: withCtrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: withCtrl ? size.columns - 1 : column + 1 };
    case 'Home':
      return { row: withCtrl ? 0 : row, column: 0 };
    case 'End':
      return { row: withCtrl ? size.rows - 1 : row, column: size.columns - 1 };
    case 'PageUp':
      return { row: Math.max(0, row - size.page), column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return undefined;
  }
}

/** The cells between two corners. A corner among the numbers of the rows stands for whole rows. */
export function blockOf(one: Cell, other: Cell, { columns }: GridSize): Block {
  const whole = one.column < 0 || other.column < 0;
  return {
    top: Math.max(0, Math.min(one.row, other.row)),
    bottom: Math.max(0, one.row, other.row),
    left: whole ? 0 : Math.min(one.column, other.column),
    right: whole ? columns - 1 : Math.max(one.column, other.column),
  };
}

export function span(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

export function inSize({ row, column }: Cell, size: GridSize): Cell {
  return { row: clamp(row, 0, size.rows - 1), column: clamp(column, 0, size.columns - 1) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
