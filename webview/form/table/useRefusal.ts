import { useMemo, useState } from 'preact/hooks';
import { type releases, whenReleased } from '../focus/whenReleased';

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
