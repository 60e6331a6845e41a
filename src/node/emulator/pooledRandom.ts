import { randomFillSync } from 'node:crypto';

const poolBytes = 8 * 1024;

/** The system's random bytes, asked for in larger pieces: one question per id would cost more than the id. */
export function pooledRandom(): (bytes: number) => Uint8Array {
  let pool = new Uint8Array(0);
  let used = 0;
  return (bytes) => {
    if (used + bytes > pool.length) {
      pool = randomFillSync(new Uint8Array(Math.max(poolBytes, bytes)));
      used = 0;
    }
    used += bytes;
    return pool.subarray(used - bytes, used);
  };
}
