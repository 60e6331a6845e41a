import { numberText } from './numberText';

/** How long something took, as precisely as one reads it. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${numberText(ms / 1000, digits(ms < 10_000 ? 2 : 1))} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

function digits(count: number) {
  return { least: count, most: count };
}
