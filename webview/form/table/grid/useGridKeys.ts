import type { GridActions } from './gridActions';
import { commandOf, type GridCommand } from './gridKeys';
import { type Block, type Cell, type GridSize, moved } from './gridMove';

export interface GridKeys {
  readonly active: Cell;
  readonly anchor: Cell;
  readonly block: Block;
  readonly size: GridSize;
  readonly actions: GridActions;
  readonly go: (to: Cell, extending?: boolean) => void;
  readonly select: (active: Cell, anchor: Cell) => void;
  readonly edit: (cell: Cell, begun?: string) => void;
  readonly sort: (column: number) => void;
}

/** Keys as in a spreadsheet. What is none of the table's goes on to the page and the editor. */
export function onGridKey(event: KeyboardEvent, grid: GridKeys): void {
  const { key, shiftKey, altKey } = event;
  const withCtrl = event.ctrlKey || event.metaKey;
  if (altKey) {
    if (moveRows(key, grid)) event.preventDefault();
    return;
  }
  const to = moved(grid.active, key, withCtrl, grid.size);
  if (to) {
    event.preventDefault();
    grid.go(to, shiftKey && to.row >= 0 && grid.active.row >= 0);
    return;
  }
  const command = commandOf({ key, withCtrl, shiftKey, altKey }, grid.active);
  if (command === undefined) return;
  event.preventDefault();
  run(command, grid);
}

/** True for the keys that move rows, also where there is nowhere to go. */
function moveRows(key: string, { active, anchor, block, actions, select }: GridKeys): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
  const step = key === 'ArrowUp' ? -1 : 1;
  const by = active.row < 0 ? undefined : actions.moveRows(block, step);
  if (by) select({ ...active, row: active.row + by }, { ...anchor, row: anchor.row + by });
  return true;
}

function run(command: GridCommand, grid: GridKeys): void {
  const { active, anchor, block, size, actions } = grid;
  if (typeof command === 'object') {
    grid.edit(active, command.type);
    return;
  }
  switch (command) {
    case 'selectAll':
      grid.select({ row: 0, column: 0 }, { row: size.rows - 1, column: size.columns - 1 });
      break;
    case 'selectRow':
      grid.select({ row: active.row, column: -1 }, { row: anchor.row, column: -1 });
      break;
    case 'collapse':
      grid.select(active, active);
      break;
    case 'fillDown':
      actions.fillDown(block);
      break;
    case 'removeRows':
      actions.remove(block);
      break;
    case 'clear':
      actions.clear(block);
      break;
    case 'edit':
      grid.edit(active);
      break;
    case 'toggle':
      if (!actions.toggle(active)) grid.edit(active, ' ');
      break;
    case 'sort':
      grid.sort(active.column);
      break;
  }
}
