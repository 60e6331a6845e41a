import { useEffect, useLayoutEffect } from 'preact/hooks';
import { readNumber } from '../reading';
import { readKept, writeKept } from './keptView';

/** The page stands where it was left, for each run. */
export function useKeptScroll(run: string): void {
  const place = { run, name: 'scroll' };
  useLayoutEffect(() => window.scrollTo({ top: readKept(place, readNumber) ?? 0 }), [run]);
  useEffect(() => {
    let frame = 0;
    // Whoever scrolls and leaves at once is followed, too.
    const save = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => writeKept(place, Math.round(window.scrollY)));
    };
    window.addEventListener('scroll', save, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', save);
    };
  }, [run]);
}
