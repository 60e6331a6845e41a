import type { RowMatch } from '../../json/find';
import type { Folds } from '../../json/folds';
import type { JsonRow } from '../../json/jsonRows';

export interface JsonTreeProps {
  readonly label: string;
  readonly text: string;
  readonly rows: readonly JsonRow[];
  readonly folds: Folds;
  readonly onFold: (folds: Folds) => void;
  readonly active: number;
  readonly onActive: (row: number) => void;
  /** Long rows that are drawn whole. */
  readonly wide: readonly number[];
  readonly onWiden: (row: number) => void;
  readonly matches: readonly RowMatch[];
  readonly currentMatch: RowMatch | undefined;
  readonly wrap: boolean;
  /** Counts the wishes to see the active row. */
  readonly reveals: number;
  readonly onMenu: (row: number, at: { readonly x: number; readonly y: number }) => void;
  readonly onCopy: (row: number) => void;
}
