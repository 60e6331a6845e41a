import { t } from '@vscode/l10n';

/** What to do with a row whose address stands in the list already. */
export type ForExisting = 'skip' | 'update' | 'add';

export const separators = () =>
  [
    { value: ',', label: t('Comma') },
    { value: ';', label: t('Semicolon') },
    { value: '\t', label: t('Tab') },
    { value: '|', label: t('Bar') },
  ] as const;

/** How pasted rows are understood; a person may change all of it. */
export interface RowChoices {
  readonly separator: string;
  /** The first row names the columns. */
  readonly hasHead: boolean;
  /** For each column of the text, the column of the list that it goes to. */
  readonly targets: readonly (string | null)[];
  readonly existing: ForExisting;
  /** Rows with a value that is not of its column's kind are taken as they are written. */
  readonly takesRefused: boolean;
}

/** Rows of the text that have the same in common; the first one is 1, the head not counted. */
export interface RowGroup {
  readonly why: string;
  readonly rows: readonly number[];
}

/** The list that rows belong to. */
export interface RowsOf {
  readonly pointer: string;
  /** Within its items the list whose items are the rows, where those are not its own. */
  readonly nested?: string;
}

/** What would become of rows that were pasted or read from a file. Nothing is written yet. */
export interface RowsPreview extends RowsOf {
  /** Where the rows come from. */
  readonly source: string;
  readonly choices: RowChoices;
  readonly columns: readonly { readonly head: string; readonly samples: readonly string[] }[];
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  /** Rows that are in the list already, by the column that tells. */
  readonly existing?: { readonly title: string; readonly rows: readonly number[] };
  readonly refused: readonly RowGroup[];
  /** What would be wrong with rows that are taken. */
  readonly wrong: readonly RowGroup[];
  /** They were pasted at a cell: they can be put into the cells from there on instead. */
  readonly cell: boolean;
}

/** Values of some items of a list. */
export interface CellRange extends RowsOf {
  /** Indexes of items. */
  readonly rows: readonly number[];
  /** Pointers within an item. */
  readonly columns: readonly string[];
  /** One value goes into all of them; else rows that are missing are added. */
  readonly fills?: boolean;
}

/** Cells of a list that something pasted was not written into, by the reason. */
export interface KeptCells {
  readonly pointer: string;
  readonly groups: readonly RowGroup[];
}
