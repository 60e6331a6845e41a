import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import type { NestedList } from '../../../src/protocol/table/nestedRows';
import { useSession } from '../state/formContexts';
import { RowsPreviewView } from '../table/import/rowsPreview';
import { ListsContext } from './listsContext';

export interface RowsReceiverProps {
  readonly field: ListField;
  readonly pointer: string;
  /** Within its items the list that rows go to, if another one. */
  readonly nested: NestedList | undefined;
  readonly children: ComponentChildren;
}

/** Rows that are pasted anywhere on a list are looked at before they become items. */
export function RowsReceiver({ field, pointer, nested, children }: RowsReceiverProps) {
  const session = useSession();
  const desk = useContext(ListsContext);
  const preview = desk?.preview?.pointer === pointer ? desk.preview : undefined;
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || !isRows(text) || takesLines(event.target)) return;
    event.preventDefault();
    session.flush();
    desk?.post('readRows', { pointer, ...(nested && { nested: nested.pointer }), text, ...session.seen });
  };
  return (
    <div class="rows-receiver" onPaste={onPaste}>
      {preview && <RowsPreviewView field={field} preview={preview} />}
      {children}
    </div>
  );
}

function isRows(text: string): boolean {
  return /[\r\n]/.test(text.trim());
}

/** A text of several lines is a value there. */
function takesLines(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('vscode-text-area, textarea') !== null;
}
