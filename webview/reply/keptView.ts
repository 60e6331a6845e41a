import { useState } from 'preact/hooks';
import { keep, kept } from '../host';

/** Where a piece of the view belongs: to a run, and what it is called. */
export interface KeptPlace {
  readonly run: string;
  readonly name: string;
}

/** How many runs are remembered. */
const mostRuns = 10;

/** State that survives while the panel is hidden and while another run is shown. `read` gives undefined for no such state. */
export function useKept<T>(
  place: KeptPlace,
  initial: T,
  read: (value: unknown) => T | undefined,
): readonly [value: T, set: (value: T) => void] {
  const [value, setValue] = useState<T>(() => readKept(place, read) ?? initial);
  const set = (next: T) => {
    setValue(next);
    writeKept(place, next);
  };
  return [value, set];
}

export function readKept<T>(place: KeptPlace, read: (value: unknown) => T | undefined): T | undefined {
  const text = kept()[keyOf(place)];
  return text === undefined ? undefined : read(JSON.parse(text));
}

export function writeKept(place: KeptPlace, value: unknown): void {
  const others = Object.entries(kept()).filter(([key]) => key !== keyOf(place));
  const runs = [...new Set([...others.map(([key]) => runOf(key)), place.run].reverse())].slice(0, mostRuns);
  const remembered = others.filter(([key]) => runs.includes(runOf(key)));
  keep({ ...Object.fromEntries(remembered), [keyOf(place)]: JSON.stringify(value) });
}

function keyOf({ run, name }: KeptPlace): string {
  return `${run} ${name}`;
}

function runOf(key: string): string {
  return key.slice(0, key.indexOf(' '));
}
