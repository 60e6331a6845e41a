import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { focusNearest } from './focusField';

/** What goes away with the focus in it hands the focus on: nobody has to start again at the top of the page. */
export function useFocusHandover(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = element.current;
    return () => {
      if (!own?.contains(document.activeElement)) return;
      const pointer = own.closest<HTMLElement>('[data-pointer]')?.dataset['pointer'];
      requestAnimationFrame(() => {
        if (pointer === undefined) focusAbove();
        else focusNearest(pointer);
      });
    };
  }, [element]);
}

/** The problems that are left, or the button that sends. */
function focusAbove(): void {
  const summary = document.querySelector<HTMLElement>('.issue-summary');
  (summary ?? document.querySelector<HTMLElement>('[data-action="send"]'))?.focus();
}
