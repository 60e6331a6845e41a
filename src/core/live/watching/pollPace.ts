import type { Limits } from '../../provider';

/** Where nothing says how often a document may be asked for. */
const carefulMs = 30_000;
/** However long nothing has changed. */
const longestMs = 10 * 60_000;
/** Of what an account may call, the part that watching takes at most: the rest is for work. */
const share = 5;

const spans = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** How long to wait between two looks: what the documented limits of the calls leave room for. */
export function firstPace(limits: Limits | undefined): number {
  const paces = Object.entries(limits?.calls ?? {}).map(
    ([period, most]) => (spans[period as keyof typeof spans] * share) / most,
  );
  return Math.max(carefulMs, ...paces);
}

/** A little longer each time that nothing has changed, and twice as long after one that did not work. */
export function slower(pace: number, first: number, after: 'noChange' | 'failure'): number {
  return Math.min(pace * (after === 'failure' ? 2 : 1.25), Math.max(longestMs, first));
}
