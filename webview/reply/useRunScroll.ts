import { useKeptScroll } from '../kept/keptScroll';
import { readNumber } from '../reading';
import { readKept, writeKept } from './keptView';

/** A reply stands where it was left, for each run. */
export function useRunScroll(run: string): void {
  const place = { run, name: 'scroll' };
  useKeptScroll(run, { read: () => readKept(place, readNumber), write: (top) => writeKept(place, top) });
}
