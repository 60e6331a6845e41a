import { useLayoutEffect } from 'preact/hooks';
import { PagePlace, type Scrolled } from './pagePlace';

export interface KeptScroll {
  /** Where the page was left; undefined for what is shown for the first time. */
  readonly read: () => number | undefined;
  readonly write: (top: number) => void;
}

/** The page stands where it was left, for each thing that it shows. */
export function useKeptScroll(of: string, { read, write }: KeptScroll): void {
  useLayoutEffect(() => {
    const left = read();
    if (left === undefined) page.scrollTo(0);
    const stand = left === undefined ? undefined : standAt(left);
    // At once: a page that is left has no next frame. Nor has it a place where it has no size.
    const follow = () => {
      stand?.standing.look();
      if (stand?.standing.isOver === false || window.innerHeight === 0) return;
      stand?.stop();
      write(Math.round(page.top));
    };
    window.addEventListener('scroll', follow, { passive: true });
    return () => {
      stand?.stop();
      window.removeEventListener('scroll', follow);
    };
  }, [of]);
}

const page: Scrolled = {
  get top() {
    return window.scrollY;
  },
  get most() {
    return document.documentElement.scrollHeight - window.innerHeight;
  },
  scrollTo: (top) => window.scrollTo({ top }),
};

/** What somebody does before they mean another place. */
const acts = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/** A page that is drawn from nothing grows for a while, above the place as well as below it. */
function standAt(top: number): { readonly standing: PagePlace; readonly stop: () => void } {
  const { style } = document.documentElement;
  // A browser would follow what moves above it, and leave the place.
  style.overflowAnchor = 'none';
  const standing = new PagePlace(page, top);
  const observer = new ResizeObserver(() => {
    standing.resized();
    if (standing.isOver) stop();
  });
  const stop = () => {
    standing.end();
    observer.disconnect();
    style.overflowAnchor = '';
    for (const act of acts) window.removeEventListener(act, stop, { capture: true });
  };
  observer.observe(document.body);
  for (const act of acts) window.addEventListener(act, stop, { capture: true, passive: true });
  return { standing, stop };
}
