import type { GridActions } from './gridActions';
import { type Block, type Cell, type GridSize, inSize } from './gridMove';
import type { RowEditing } from './gridRow';

/** The cell that is edited, and what was typed to begin with. */
export interface Editing {
  readonly cell: Cell;
  readonly begun: string | undefined;
}

interface EditingHere {
  readonly actions: GridActions;
  readonly size: GridSize;
  readonly block: Block;
  readonly go: (to: Cell) => void;
  readonly stop: () => void;
}

/** What the editor of a cell does when it ends. */
export function rowEditingOf({ cell, begun }: Editing, { actions, size, block, go, stop }: EditingHere): RowEditing {
  return {
    column: cell.column,
    begun,
    onDone: (typed, step) => {
      actions.commit(cell, typed);
      stop();
      if (step) go(inSize({ row: cell.row + step[0], column: cell.column + step[1] }, size));
    },
    onCancel: () => {
      stop();
      go(cell);
    },
    onPaste: (text) => {
      actions.paste(text, block);
      stop();
      go(cell);
      return true;
    },
  };
}
