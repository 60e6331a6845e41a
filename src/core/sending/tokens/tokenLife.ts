import type { Token } from '../../auth';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long a token still lives, in a few words: `58 min`. */
export function tokenLife({ expiresAt }: Pick<Token, 'expiresAt'>, now: number): string {
  if (expiresAt === undefined) return 'no known end';
  const left = expiresAt - now;
  if (left <= 0) return 'over';
  if (left < minuteMs) return 'less than a minute';
  if (left < 2 * hourMs) return `${Math.floor(left / minuteMs)} min`;
  return left < 2 * dayMs ? `${Math.floor(left / hourMs)} h` : `${Math.floor(left / dayMs)} days`;
}
