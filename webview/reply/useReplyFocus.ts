import { useEffect, useLayoutEffect } from 'preact/hooks';
import { focusAgain, focusPlace, readFocus, whenFocused } from '../kept/keptFocus';
import { readNumber } from '../reading';
import { readKept, writeKept } from './keptView';

/** The focus stands where it was left for a run; for a new one, where the work goes on. */
export function useReplyFocus(run: string | undefined): void {
  useLayoutEffect(() => {
    if (run === undefined) return;
    return whenFocused(() => {
      const left = readKept({ run, name: 'focus' }, readFocus);
      if (left !== undefined && focusAgain(left)) return;
      const found = focusNext();
      const isScrolled = (readKept({ run, name: 'scroll' }, readNumber) ?? 0) > 0;
      if (!isScrolled) found?.scrollIntoView({ block: 'nearest' });
    });
  }, [run]);
  useEffect(() => {
    if (run === undefined) return;
    const save = () => {
      const place = focusPlace();
      if (place !== undefined) writeKept({ run, name: 'focus' }, place);
    };
    window.addEventListener('focusin', save);
    return () => window.removeEventListener('focusin', save);
  }, [run]);
}

/** A new link before what leads to one. */
const next = [
  '[data-action="openLink"]',
  '[data-action="takeNextStep"]:not([disabled])',
  '[data-action="mend"]',
  '[role="tab"]',
];

function focusNext(): HTMLElement | null | undefined {
  const found = next.map((selector) => document.querySelector<HTMLElement>(selector)).find((one) => one !== null);
  found?.focus({ preventScroll: true });
  return found;
}
