import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

export interface VirtualRows {
  readonly first: number;
  readonly last: number;
  /** Rows that are in sight at once. */
  readonly page: number;
  readonly onScroll: () => void;
  /** Scrolls as far as needed for a row to be in sight. */
  readonly show: (row: number) => void;
}

/** Rows beyond both edges that are drawn as well. */
const margin = 6;

/** Which of many rows of one height are drawn. */
export function useVirtualRows(box: RefObject<HTMLElement | null>, count: number, height: number): VirtualRows {
  const [view, setView] = useState({ top: 0, height: 560 });
  const measure = useCallback(() => {
    const { current } = box;
    if (!current) return;
    setView((before) => {
      const now = { top: current.scrollTop, height: current.clientHeight || before.height };
      return now.top === before.top && now.height === before.height ? before : now;
    });
  }, [box]);
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, measure]);
  const show = useCallback(
    (row: number) => {
      const { current } = box;
      if (!current || row < 0) return;
      // The names of the columns lie over the first row in sight.
      const [top, bottom] = [row * height, (row + 1) * height];
      const room = current.clientHeight - height;
      if (top < current.scrollTop) current.scrollTop = top;
      else if (bottom > current.scrollTop + room) current.scrollTop = bottom - room;
      measure();
    },
    [box, height, measure],
  );
  return {
    first: Math.max(0, Math.floor(view.top / height) - margin),
    last: Math.min(count - 1, Math.ceil((view.top + view.height) / height) + margin),
    page: Math.max(1, Math.floor(view.height / height) - 2),
    onScroll: measure,
    show,
  };
}
