import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { afterPaint } from '../../afterPaint';
import { keptView } from '../state/keptForm';

/** As many as a window holds when they are closed. */
const windowful = 20;

/**
 * How many items are drawn: with the form only those that are in the window, the others when these are on screen, since
 * nobody waits for what is out of sight. A form that was left before stands at once as it was.
 */
export function useDrawn(count: number, list: RefObject<HTMLElement | null>): number {
  const [most, setMost] = useState(() => (keptView() === undefined ? 1 : Number.POSITIVE_INFINITY));
  useLayoutEffect(() => {
    if (most < windowful && !reachesOut(list.current)) setMost(windowful);
  }, [most, list]);
  useLayoutEffect(() => afterPaint(() => setMost(Number.POSITIVE_INFINITY)), []);
  return Math.min(count, most);
}

function reachesOut(element: HTMLElement | null): boolean {
  return element !== null && element.getBoundingClientRect().bottom > window.innerHeight;
}
