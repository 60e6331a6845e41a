import { distance } from 'fastest-levenshtein';

/** Longer names are compared as they are: with equal ones only. */
const longestCompared = 60;

/** The name that was probably meant; undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  return nearestOf(word, known, 1)[0];
}

/** The names that may have been meant, the nearest first, at most `most`. */
export function nearestOf(word: string, known: Iterable<string>, most: number): readonly string[] {
  const wanted = word.length > longestCompared ? '' : plain(word);
  if (wanted === '') return [];
  const ranked = [...known].flatMap((name) => {
    const away = distanceTo(wanted, plain(name));
    return away === undefined ? [] : [{ name, away }];
  });
  return ranked
    .sort((one, other) => one.away - other.away)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Case and punctuation say nothing: `firstName` is `first_name`. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[_\s-]/g, '');
}

/** Letters to insert, remove or replace, undefined beyond what a slip of the fingers makes. */
function distanceTo(wanted: string, name: string): number | undefined {
  if (wanted === name) return 0;
  if (name.length > longestCompared) return undefined;
  // The beginning of a name, and letters in another order, are slips of one step.
  if (wanted.length > 1 && name.startsWith(wanted)) return 1;
  if (wanted.length === name.length && sorted(wanted) === sorted(name)) return 1;
  const limit = Math.min(Math.floor(wanted.length / 4) + 1, Math.ceil(wanted.length / 2) - 1);
  if (Math.abs(name.length - wanted.length) > limit) return undefined;
  const away = distance(wanted, name);
  return away <= limit ? away : undefined;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}
