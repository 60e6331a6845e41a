import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { useSession } from '../state/formSession';
import { pointerTo } from '../state/pointer';

export interface ItemActions {
  readonly add: () => void;
  readonly duplicate: (index: number) => void;
  readonly remove: (index: number) => void;
  readonly move: (index: number, by: 1 | -1) => void;
}

/** How long a second structural edit waits for the host to show the first: its index would be a stale one. */
const patienceMs = 400;

/** What the buttons of a list do, and where the focus goes when its items have changed places. */
export function useItemActions(
  field: ListField,
  pointer: string,
  items: readonly JsonValue[],
  list: RefObject<HTMLOListElement | null>,
): ItemActions {
  const session = useSession();
  const current = useRef(items);
  current.current = items;
  const changedAt = useRef(0);
  const refocus = useRef<(() => void) | undefined>(undefined);
  useLayoutEffect(() => {
    changedAt.current = 0;
    refocus.current?.();
    refocus.current = undefined;
  }, [items]);

  return useMemo(() => {
    const settled = () => performance.now() - changedAt.current > patienceMs;
    const insert = (index: number, value: JsonValue) => {
      if (current.current.length === 0) session.edit({ kind: 'set', pointer, value: [value] });
      else session.edit({ kind: 'insert', pointer, index, value });
      session.reveal(pointerTo(pointer, index), true);
    };
    return {
      add: () => insert(current.current.length, field.newItem),
      duplicate: (index) => insert(index + 1, current.current[index] ?? field.newItem),
      remove: (index) => {
        if (!settled()) return;
        changedAt.current = performance.now();
        session.edit({ kind: 'remove', pointer: pointerTo(pointer, index) });
        refocus.current = () => focusItem(list.current, Math.min(index, current.current.length - 1), 'toggle');
      },
      move: (from, by) => {
        if (!settled()) return;
        changedAt.current = performance.now();
        session.edit({ kind: 'move', pointer, from, to: from + by });
        refocus.current = () => focusItem(list.current, from + by, by === 1 ? 'moveDown' : 'moveUp');
      },
    };
  }, [session, field, pointer, list]);
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
