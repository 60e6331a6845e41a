import { useEffect, useState } from 'preact/hooks';
import { keptView } from '../state/keptForm';

/** More than a window holds. */
const atFirst = 40;

/**
 * How many items are drawn: the first of them with the form, the others when these are on screen, since nobody waits for
 * what is out of sight. A form that was left before stands at once as it was.
 */
export function useDrawn(count: number): number {
  const [isWhole, setWhole] = useState(() => count <= atFirst || keptView() !== undefined);
  // An effect runs behind the frame that shows what it belongs to.
  useEffect(() => setWhole(true), []);
  return isWhole ? count : Math.min(count, atFirst);
}
