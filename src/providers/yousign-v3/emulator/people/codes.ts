import type { Signer } from '../state';

const leastGap = 15_000;
const mostCodes = 5;

/** Nothing is mailed here, so that everybody gets the same. */
const demoCode = '123456';

/** Undefined before one was sent. */
export function codeOf({ codes }: Signer): string | undefined {
  return codes.length > 0 ? demoCode : undefined;
}

/** Five at most, and none shortly after another. */
export function mayGetCode({ codes }: Signer, now: number): boolean {
  const last = codes.at(-1);
  return codes.length < mostCodes && (last === undefined || now - last >= leastGap);
}
