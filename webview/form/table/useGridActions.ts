import { useContext, useMemo } from 'preact/hooks';
import { isCopied, ListsContext } from '../lists/listsContext';
import { useSession } from '../state/formSession';
import type { GridActions } from './grid/gridActions';
import { type Shown, TableEdits } from './tableEdits';

/** What keys and the clipboard do in a table, told to the host. */
export function useGridActions(
  shown: Shown,
  say: (words: string) => void,
  open: (pointer: string) => void,
): GridActions {
  const session = useSession();
  const desk = useContext(ListsContext);
  const post = desk?.post;
  const copied = desk?.copied;
  return useMemo(
    () =>
      new TableEdits(shown, {
        change: (edits) => session.mend(edits),
        write: (edits) => session.write(edits),
        copy: (range) => {
          session.flush();
          post?.('copyCells', { ...range, hasHead: false });
        },
        paste: (text, range) => {
          session.flush();
          post?.('pasteCells', { ...range, text, ...session.count() });
        },
        read: (text, cells) => {
          session.flush();
          post?.('readRows', { pointer: cells.pointer, text, cells });
        },
        isCopied: (text) => isCopied(text, copied),
        open,
        say,
      }),
    [session, shown, say, open, post, copied],
  );
}
