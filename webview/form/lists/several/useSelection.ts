import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { KeyedItems } from '../itemKeys';

/** Items of a list that are chosen to be changed together. They stay chosen wherever they move. */
export interface Selection {
  /** Items can be chosen. */
  readonly isOn: boolean;
  /** Indexes in rising order. */
  readonly indexes: readonly number[];
  readonly has: (index: number) => boolean;
  readonly turn: (isOn: boolean) => void;
  /** `reaches`: all from the one that was chosen last. */
  readonly choose: (index: number, reaches: boolean) => void;
  readonly chooseAll: () => void;
}

const nobody: ReadonlySet<number> = new Set();

export function useSelection(keyed: { readonly current: KeyedItems }): Selection {
  const [isOn, setOn] = useState(false);
  const [chosen, setChosen] = useState(nobody);
  const anchor = useRef<number>(undefined);
  const { keys } = keyed.current;
  const turn = useCallback((on: boolean) => {
    setOn(on);
    setChosen(nobody);
    anchor.current = undefined;
  }, []);
  const choose = useCallback(
    (index: number, reaches: boolean) => {
      const { keys: all } = keyed.current;
      const from = anchor.current === undefined ? -1 : all.indexOf(anchor.current);
      setOn(true);
      if (reaches && from >= 0) {
        const reached = all.slice(Math.min(from, index), Math.max(from, index) + 1);
        setChosen((before) => new Set([...before, ...reached]));
        return;
      }
      const key = all[index];
      if (key === undefined) return;
      anchor.current = key;
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      });
    },
    [keyed],
  );
  const chooseAll = useCallback(
    () => setChosen((before) => (before.size === keyed.current.keys.length ? nobody : new Set(keyed.current.keys))),
    [keyed],
  );
  const indexes = useMemo(
    () => (chosen.size === 0 ? [] : [...keys.keys()].filter((index) => chosen.has(keys[index] ?? -1))),
    [keys, chosen],
  );
  const has = (index: number) => chosen.has(keys[index] ?? -1);
  return { isOn, indexes, has, turn, choose, chooseAll };
}
