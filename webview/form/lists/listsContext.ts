import { createContext } from 'preact';
import type { IssueGroup } from '../../../src/protocol/form';
import type { FormToHost } from '../../../src/protocol/messages';
import type { KeptCells, RowsPreview } from '../../../src/protocol/table/rows';
import type { Post } from '../../host';

/** What lists show beside their values, and what they can ask for. */
export interface ListsDesk {
  /** Rows that somebody has pasted and not yet taken. */
  readonly preview: RowsPreview | null;
  readonly issueGroups: readonly IssueGroup[];
  readonly post: Post<FormToHost>;
  /** Of cells, as the clipboard got it. */
  readonly copied: string | undefined;
  /** What the last paste left as it is. */
  readonly kept: KeptCells | undefined;
}

/** Pages without rows of their own have none. */
export const ListsContext = createContext<ListsDesk | undefined>(undefined);

/** Whether a text is the one of cells that were copied. Clipboards end lines in ways of their own. */
export function isCopied(text: string, copied: string | undefined): boolean {
  return copied !== undefined && linesOf(copied) === linesOf(text);
}

function linesOf(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
}
