import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type releases, whenReleased } from '../focus/whenReleased';
import { ListsContext } from '../lists/listsContext';
import { groupWords } from './cellWords';

/** Tells what of a paste was not written. */
export function useUnwritten(pointer: string, tell: (words: string) => void): void {
  const kept = useContext(ListsContext)?.kept;
  // What was said before this table was shown is of no interest any more.
  const told = useRef(kept);
  useEffect(() => {
    if (kept === undefined || kept === told.current) return;
    told.current = kept;
    if (kept.pointer === pointer) tell(kept.groups.map(groupWords).join('. '));
  }, [kept, pointer, tell]);
}

/** Why something stays as it is, until another cell is gone to. */
export function useRefusal() {
  const [refusal, show] = useState<string>();
  return { refusal, ...useMemo(() => refusals(whenReleased, show), []) };
}

/** What is said after a press is not taken back by its release. */
export function refusals(released: ReturnType<typeof releases>, show: (words: string | undefined) => void) {
  let count = 0;
  return {
    refuse: (words: string) => {
      count += 1;
      show(words);
    },
    takeBack: () => {
      const before = count;
      released(() => {
        if (count === before) show(undefined);
      });
    },
  };
}
