import { ancestorsOf } from './jsonPaths';
import type { JsonRow } from './jsonRows';

/** Which objects and lists are folded: all from a depth on, but for some. */
export interface Folds {
  /** Undefined: none. */
  readonly from: number | undefined;
  /** Rows for which it is the other way round. */
  readonly except: readonly number[];
}

export const nothingFolded: Folds = { from: undefined, except: [] };

/** So many levels stay open. */
export function foldedFrom(depth: number): Folds {
  return { from: depth, except: [] };
}

export function isFolded({ from, except }: Folds, { kind, depth }: JsonRow, index: number): boolean {
  return kind === 'open' && (from !== undefined && depth >= from) !== except.includes(index);
}

export function withToggled({ from, except }: Folds, index: number): Folds {
  return { from, except: except.includes(index) ? except.filter((row) => row !== index) : [...except, index] };
}

/** The same with all open that a row stands in. */
export function opened(folds: Folds, rows: readonly JsonRow[], index: number): Folds {
  return ancestorsOf(rows, index)
    .filter((at) => at !== index && isFoldedAt(folds, rows, at))
    .reduce(withToggled, folds);
}

/** The indexes of the rows that are not folded away. */
export function unfoldedRows(rows: readonly JsonRow[], { from, except }: Folds): readonly number[] {
  const others = new Set(except);
  const shown: number[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at];
    if (row === undefined) break;
    shown.push(at);
    const isClosed = row.kind === 'open' && (from !== undefined && row.depth >= from) !== others.has(at);
    at = isClosed ? row.last + 1 : at + 1;
  }
  return shown;
}

function isFoldedAt(folds: Folds, rows: readonly JsonRow[], index: number): boolean {
  const row = rows[index];
  return row !== undefined && isFolded(folds, row, index);
}
