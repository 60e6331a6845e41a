import { nearest } from '../../core/forms/wording/nearest';

/** Comparing names takes time that long lists would multiply. */
const mostCompared = 50;

/** Which of the names misspelled ones may mean: of the first so many that are asked about. */
export function meantNames(known: Iterable<string>): (misspelled: string) => string | undefined {
  const names = [...known];
  const found = new Map<string, string | undefined>();
  return (misspelled) => {
    if (!found.has(misspelled) && found.size < mostCompared) found.set(misspelled, nearest(misspelled, names));
    return found.get(misspelled);
  };
}
