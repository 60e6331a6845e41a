import assert from 'node:assert/strict';
import fc from 'fast-check';
import { order, type Ranked } from '../../../../src/kit/store/ranked';
import { Shelf } from '../../../../src/kit/store/shelf';
import { runs } from '../../fixtures/runs';

/** Many at once: chunks fill, are cut, run empty and are joined. */
const burst = fc.record({
  kind: fc.constantFrom('up' as const, 'down' as const, 'same' as const, 'mixed' as const, 'out' as const),
  count: fc.integer({ min: 1, max: 1_500 }),
  from: fc.integer({ min: -50, max: 50 }),
});

const rankOf = {
  up: (from: number, step: number) => from + step,
  down: (from: number, step: number) => from - step,
  same: (from: number) => from,
  mixed: (from: number, step: number) => (from + 7_919 * step) % 1_009,
};

class Plain {
  readonly shelf = new Shelf<number>();
  readonly all: Ranked<number>[] = [];
  #number = 0;

  run({ kind, count, from }: { kind: keyof typeof rankOf | 'out'; count: number; from: number }): void {
    for (let step = 0; step < count; step += 1) {
      if (kind === 'out') this.#remove((from + 101 * step) >>> 0);
      else this.#put(rankOf[kind](from, step));
    }
    this.all.sort((one, other) => order(one, other, false));
  }

  #put(rank: number): void {
    this.#number += 1;
    const ranked = { item: this.#number, rank, number: this.#number };
    this.shelf.put(ranked);
    this.all.push(ranked);
  }

  #remove(place: number): void {
    const [ranked] = this.all.splice(place % Math.max(this.all.length, 1), 1);
    if (ranked === undefined) return;
    this.shelf.remove(ranked);
    this.shelf.remove(ranked);
  }
}

describe('A shelf', () => {
  it('holds what a sorted array would, whatever comes and goes', () => {
    const bursts = fc.array(burst, { minLength: 1, maxLength: 6 });
    const span = fc.tuple(fc.nat(3_000), fc.nat(3_000));
    const ranks = fc
      .record({ from: fc.option(fc.integer()), below: fc.option(fc.integer()) })
      .map(({ from, below }) => ({
        from: from === null ? undefined : from % 1_200,
        below: below === null ? undefined : below % 1_200,
      }));
    fc.assert(
      fc.property(bursts, span, ranks, (acts, [start, end], range) => {
        const plain = new Plain();
        for (const act of acts) {
          plain.run(act);
          const { shelf, all } = plain;
          assert.equal(shelf.size, all.length);
          assert.deepEqual(shelf.slice(start, end), all.slice(start, end));
          const { from = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = range;
          const within = all.filter(({ rank }) => Number(rank) >= from && Number(rank) < below);
          assert.deepEqual([...shelf.walk(false, range)], within);
          assert.deepEqual(
            [...shelf.walk(true, range)],
            within.toSorted((one, other) => order(one, other, true)),
          );
        }
      }),
      { numRuns: runs(12) },
    );
  });
});
