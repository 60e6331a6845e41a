/** Mulberry32: the same numbers from 0 to 1 for the same seed, on every machine. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same bytes for the same seed. */
export function seededBytes(seed: number): (bytes: number) => Uint8Array {
  const chance = seededChance(seed);
  return (bytes) => Uint8Array.from({ length: bytes }, () => Math.floor(chance() * 256));
}

/** Whether something of that probability happens now; what always does asks no chance. */
export function happens(
  { probability = 1 }: { readonly probability?: number | undefined },
  chance: () => number,
): boolean {
  return probability === 1 || chance() < probability;
}
