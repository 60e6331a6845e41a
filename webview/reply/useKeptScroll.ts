import { useEffect, useLayoutEffect } from 'preact/hooks';
import { readNumber } from '../reading';
import { readKept, writeKept } from './keptView';

/** The page stands where it was left, for each run. */
export function useKeptScroll(run: string): void {
  const place = { run, name: 'scroll' };
  useLayoutEffect(() => window.scrollTo({ top: readKept(place, readNumber) ?? 0 }), [run]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = setTimeout(() => writeKept(place, Math.round(window.scrollY)), 100);
    };
    window.addEventListener('scroll', save, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', save);
    };
  }, [run]);
}
