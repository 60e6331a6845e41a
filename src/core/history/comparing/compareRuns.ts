import type { HistoryEntry } from '../entry';
import { Placeholders } from './placeholders';
import { runText } from './runText';

export interface ComparedRuns {
  readonly left: string;
  readonly right: string;
}

/**
 * Two runs as texts in which only what matters differs: ids and times are placeholders, the same on both sides where they
 * play the same part. `raw` leaves them as they are. Secrets are masked in both, as they are in entries.
 */
export function compareRuns(left: HistoryEntry, right: HistoryEntry, how: 'folded' | 'raw'): ComparedRuns {
  if (how === 'raw') return { left: runText(left), right: runText(right) };
  const ofLeft = new Placeholders();
  const text = runText(left, ofLeft);
  const looked = new Placeholders();
  runText(right, looked);
  return { left: text, right: runText(right, new Placeholders(ofLeft, looked.ids)) };
}
