/** Work on an input of some size, to be compared with the same work on a tenth of it. */
export interface GrowthCase {
  /** With the size: `opening a history of 100,000 runs`. */
  readonly what: string;
  readonly unit: 'ms' | 'kB';
  readonly size: number;
  /** How the cost may grow: with the input, or not at all. */
  readonly grows: 'with its input' | 'not at all';
  /** Makes the input. The work gives the kB that it made, where those are what grows. */
  prepare(size: number): Promise<Work>;
}

export type Work = () => unknown;

export function words(count: number): string {
  return count.toLocaleString('en');
}
