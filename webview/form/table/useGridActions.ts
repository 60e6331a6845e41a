import { useContext, useMemo } from 'preact/hooks';
import type { FormEdit } from '../../../src/protocol/form';
import { memberPointer, segmentsOf } from '../../../src/protocol/pointer';
import { realPointer } from '../../../src/protocol/table/nestedRows';
import { plainEdits } from '../../../src/protocol/table/plainEdits';
import { isCopied, ListsContext } from '../lists/listsContext';
import { useSession } from '../state/formContexts';
import type { GridActions } from './grid/gridActions';
import { type Shown, TableEdits, type TablePorts } from './tableEdits';

/** What keys and the clipboard do in a table, told to the host. */
export function useGridActions(
  shown: Shown,
  { say, refuse }: Pick<TablePorts, 'say' | 'refuse'>,
  open: (pointer: string) => void,
): GridActions {
  const session = useSession();
  const desk = useContext(ListsContext);
  const post = desk?.post;
  const copied = desk?.copied;
  return useMemo(() => {
    const { nested, pointer } = shown;
    /** What moves rows among lists is for the host, which has the text. */
    const tell = (edits: readonly FormEdit[], plainly: (edits: readonly FormEdit[]) => void) => {
      const plain = nested ? plainEdits(nested.list, pointer, nested.places, edits) : edits;
      if (plain || !nested) return plainly(plain ?? edits);
      session.flush();
      post?.('editRows', { pointer, nested: nested.list.pointer, edits, ...session.count() });
    };
    const real = (at: string) => {
      const [row = '', ...column] = segmentsOf(at.slice(pointer.length));
      return nested
        ? realPointer(nested.list, pointer, nested.places[Number(row)], column.reduce(memberPointer, ''))
        : at;
    };
    return new TableEdits(shown, {
      change: (edits) => tell(edits, (own) => session.mend(own)),
      write: (edits) => tell(edits, (own) => session.write(own)),
      copy: (range) => {
        session.flush();
        post?.('copyCells', { ...range, hasHead: false, ...session.count() });
      },
      paste: (text, range) => {
        session.flush();
        post?.('pasteCells', { ...range, text, ...session.count() });
      },
      read: (text, cells) => {
        session.flush();
        const { pointer: list, nested: within } = cells;
        post?.('readRows', {
          pointer: list,
          ...(within !== undefined && { nested: within }),
          text,
          cells,
          ...session.seen,
        });
      },
      isCopied: (text) => isCopied(text, copied),
      open: (at) => open(real(at)),
      say,
      refuse,
    });
  }, [session, shown, say, refuse, open, post, copied]);
}
