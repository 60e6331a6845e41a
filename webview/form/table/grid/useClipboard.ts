import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { GridActions } from './gridActions';
import type { Block } from './gridMove';

/** The browser says what is to be copied, cut and pasted: a key alone would not tell of the menu. */
export function useClipboard(
  box: RefObject<HTMLElement | null>,
  isEditing: boolean,
  block: Block,
  actions: GridActions,
): void {
  useLayoutEffect(() => {
    const onClipboard = (event: ClipboardEvent) => {
      if (isEditing || !box.current?.contains(document.activeElement)) return;
      event.preventDefault();
      if (event.type === 'paste') return actions.paste(event.clipboardData?.getData('text/plain') ?? '', block);
      actions.copy(block);
      if (event.type === 'cut') actions.clear(block);
    };
    const kinds = ['copy', 'cut', 'paste'] as const;
    // Before anybody around the table takes it for rows of the list.
    for (const kind of kinds) document.addEventListener(kind, onClipboard, { capture: true });
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, onClipboard, { capture: true });
    };
  }, [box, isEditing, block, actions]);
}
