import { fold } from '../text/fold';
import { shortestSearched } from '../text/searchable';
import { spellingsOf } from '../text/spellings';
import { window, windowHash } from '../text/windowHash';

/** One of the texts that a secret is found by. */
export interface SecretPattern {
  readonly folded: string;
  /** Of its last window. */
  readonly hash: number;
  readonly isEncoded: boolean;
}

/** Each folded spelling of a value once, as far as it is long enough to be searched for. */
export function secretPatterns(value: string, deep: boolean): readonly SecretPattern[] {
  if (value.length > longestKept) return makePatterns(value, deep);
  const kept = deep ? keptDeep : keptPlain;
  const patterns = kept.get(value) ?? makePatterns(value, deep);
  // The one that was asked for last goes last.
  kept.delete(value);
  kept.set(value, patterns);
  for (const [oldest] of kept) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return patterns;
}

function makePatterns(value: string, deep: boolean): readonly SecretPattern[] {
  const patterns = new Map<string, SecretPattern>();
  for (const { text, isEncoded } of spellingsOf(value, deep)) {
    const folded = fold(text);
    if (folded.length < shortestSearched || patterns.has(folded)) continue;
    patterns.set(folded, { folded, hash: windowHash(folded, folded.length - window), isEncoded });
  }
  return [...patterns.values()];
}

/** Credentials are sent again and again: making their spellings would cost more than all else that is done to send. */
const keptDeep = new Map<string, readonly SecretPattern[]>();
const keptPlain = new Map<string, readonly SecretPattern[]>();
const mostKept = 64;
/** In characters. */
const longestKept = 4096;
