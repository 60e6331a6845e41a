/** In minutes, one after another: a day, a month, half a year, the rest of two years. */
export const spansToTry: readonly number[] = [24 * 60, 30 * 24 * 60, 150 * 24 * 60, 550 * 24 * 60];

/** Past the end of what lives that long. */
export function minutesUntilOver(lifeMs: number): number {
  return Math.max(1, Math.floor(lifeMs / 60_000) + 1);
}
