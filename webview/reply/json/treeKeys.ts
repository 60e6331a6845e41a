import { type Folds, foldedFrom, isFolded, nothingFolded, withToggled } from './folds';
import type { JsonRow } from './jsonRows';

export interface TreeView {
  readonly rows: readonly JsonRow[];
  readonly shown: readonly number[];
  readonly folds: Folds;
  /** The row that the keyboard is at. */
  readonly active: number;
}

export interface TreeMove {
  readonly active?: number;
  readonly folds?: Folds;
}

/** What a key does in a tree, as the patterns of WAI-ARIA have it; a digit shows so many levels. */
export function treeMove(key: string, view: TreeView): TreeMove | undefined {
  switch (key) {
    case 'ArrowDown':
      return { active: neighbour(view, 1) };
    case 'ArrowUp':
      return { active: neighbour(view, -1) };
    case 'Home':
      return { active: 0 };
    case 'End':
      return { active: view.shown.findLast((row) => isStop(view, row)) ?? 0 };
    case 'ArrowRight':
      return unfold(view) ?? { active: isContainer(view) ? neighbour(view, 1) : view.active };
    case 'ArrowLeft':
      return fold(view) ?? { active: Math.max(0, view.rows[view.active]?.parent ?? 0) };
    case '*':
      return { folds: nothingFolded };
    default:
      return /^[1-9]$/.test(key) ? { folds: foldedFrom(Number(key)), active: 0 } : undefined;
  }
}

/** Opens what is folded, and folds what is open; undefined for what is neither. */
export function toggled(view: TreeView): TreeMove | undefined {
  return isContainer(view) ? { folds: withToggled(view.folds, view.active) } : undefined;
}

function fold(view: TreeView): TreeMove | undefined {
  return isContainer(view) && !isActiveFolded(view) ? toggled(view) : undefined;
}

function unfold(view: TreeView): TreeMove | undefined {
  return isActiveFolded(view) ? toggled(view) : undefined;
}

function isContainer({ rows, active }: TreeView): boolean {
  return rows[active]?.kind === 'open';
}

function isActiveFolded({ rows, folds, active }: TreeView): boolean {
  const row = rows[active];
  return row !== undefined && isFolded(folds, row, active);
}

/** Closing brackets are no stops: they say nothing. */
function isStop({ rows }: TreeView, row: number): boolean {
  return rows[row]?.kind !== 'close';
}

function neighbour(view: TreeView, by: 1 | -1): number {
  const { shown, active } = view;
  let at = shown.indexOf(active) + by;
  while (at >= 0 && at < shown.length && !isStop(view, shown[at] ?? 0)) at += by;
  return shown[at] ?? active;
}
