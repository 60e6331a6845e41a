import type { RefObject } from 'preact';
import { useContext, useMemo, useRef } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import { pointerTo } from '../../../src/protocol/pointer';
import { withSpelling } from '../fields/scalarText';
import { SpellingsContext, useSession } from '../state/formContexts';
import type { KeyedItems } from './itemKeys';

/** By the keys of items: an item that has gone while its button was pressed is none of those behind it. */
export interface ItemActions {
  readonly add: () => void;
  readonly duplicate: (key: number) => void;
  readonly remove: (key: number) => void;
  readonly move: (key: number, by: 1 | -1) => void;
}

/** What the buttons of a list do, and where the focus goes when its items have changed places. */
export function useItemActions(
  field: ListField,
  pointer: string,
  keyed: { readonly current: KeyedItems },
  list: RefObject<HTMLOListElement | null>,
): ItemActions {
  const session = useSession();
  const spelled = useContext(SpellingsContext);
  const spellings = useRef(spelled);
  spellings.current = spelled;
  return useMemo(() => {
    // The buttons that were used are drawn anew, maybe elsewhere, when the change is shown.
    const show = (index: number) => session.reveal(pointerTo(pointer, index));
    return {
      add: () => {
        session.edit({ kind: 'append', pointer, value: field.newItem }, () => show(keyed.current.items.length - 1));
      },
      duplicate: (key) => {
        const index = placeOf(keyed, key);
        if (index < 0) return;
        const copy = withSpelling(keyed.current.items[index] ?? field.newItem, {
          pointer: pointerTo(pointer, index),
          spellings: spellings.current,
        });
        session.edit({ kind: 'insert', pointer, index: index + 1, ...copy }, () => show(placeOf(keyed, key) + 1));
      },
      remove: (key) => {
        const index = placeOf(keyed, key);
        if (index < 0) return;
        session.edit({ kind: 'remove', pointer: pointerTo(pointer, index) }, () =>
          focusItem(list.current, Math.min(index, keyed.current.items.length - 1), 'toggle'),
        );
      },
      move: (key, by) => {
        const from = placeOf(keyed, key);
        if (from < 0) return;
        session.edit({ kind: 'move', pointer, from, to: from + by }, () =>
          focusItem(list.current, placeOf(keyed, key), by === 1 ? 'moveDown' : 'moveUp'),
        );
      },
    };
  }, [session, field, pointer, keyed, list]);
}

function placeOf(keyed: { readonly current: KeyedItems }, key: number): number {
  return keyed.current.keys.indexOf(key);
}

function focusItem(list: HTMLOListElement | null, index: number, action: string): void {
  const item = list?.children[index];
  if (!item) {
    list?.parentElement?.querySelector<HTMLElement>(':scope > .list-end [data-action="addItem"]')?.focus();
    return;
  }
  const buttons = [`[data-action="${action}"]:not(:disabled)`, '[data-action="toggle"]', '[data-control]', 'button'];
  buttons
    .map((button) => item.querySelector<HTMLElement>(button))
    .find((button) => button !== null)
    ?.focus();
}
