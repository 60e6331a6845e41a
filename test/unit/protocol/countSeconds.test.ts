import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countSeconds, elapsedText, type SecondsClock } from '../../../src/protocol/words/countSeconds';

/** Of a timer. Times are made of whole ones of it, which add up without a rest. */
const leastMs = 1 / 8;

/** A clock that goes on by hand. Its timers ring as early, in milliseconds, as those of a browser may. */
class FakeClock implements SecondsClock {
  readonly #early: number;
  #now = 5_000;
  #waiting: { readonly task: () => void; readonly at: number } | undefined;

  constructor(early = 0) {
    this.#early = early;
  }

  now(): number {
    return this.#now;
  }

  later(task: () => void, ms: number): () => void {
    assert.equal(this.#waiting, undefined, 'one timer at a time');
    const waiting = { task, at: this.#now + Math.max(leastMs, ms - this.#early) };
    this.#waiting = waiting;
    return () => {
      if (this.#waiting === waiting) this.#waiting = undefined;
    };
  }

  get isStill(): boolean {
    return this.#waiting === undefined;
  }

  goOn(ms: number): void {
    const until = this.#now + ms;
    while (this.#waiting !== undefined && this.#waiting.at <= until) {
      const { task, at } = this.#waiting;
      this.#waiting = undefined;
      this.#now = at;
      task();
    }
    this.#now = until;
  }
}

function counted(passedMs: number, clock: FakeClock) {
  const told: number[] = [];
  const stop = countSeconds(passedMs, (seconds) => told.push(seconds), clock);
  return { told, stop };
}

describe('Seconds that something takes', () => {
  it('are told from the second one on, each once', () => {
    const clock = new FakeClock();
    const { told, stop } = counted(0, clock);
    clock.goOn(1_999);
    assert.deepEqual(told, []);
    clock.goOn(1);
    assert.deepEqual(told, [2]);
    clock.goOn(2_500);
    assert.deepEqual(told, [2, 3, 4]);
    stop();
  });

  it('go on where it was under way before: at once, and at full seconds of its own', () => {
    const clock = new FakeClock();
    const { told, stop } = counted(7_300, clock);
    assert.deepEqual(told, [7]);
    clock.goOn(699);
    assert.deepEqual(told, [7]);
    clock.goOn(1);
    assert.deepEqual(told, [7, 8]);
    stop();
  });

  it('are told once whatever a timer is early or late, and never after the end', () => {
    fc.assert(
      fc.property(
        fc.nat(90_000),
        fc.nat(4 / leastMs).map((count) => count * leastMs),
        fc.array(fc.nat(5_000), { maxLength: 20 }),
        (passedMs, early, steps) => {
          const clock = new FakeClock(early);
          const { told, stop } = counted(passedMs, clock);
          for (const ms of steps) clock.goOn(ms);
          const last = Math.floor((passedMs + steps.reduce((sum, ms) => sum + ms, 0)) / 1000);
          const first = Math.max(2, Math.floor(passedMs / 1000));
          const expected = Array.from({ length: Math.max(0, last - first + 1) }, (_one, index) => first + index);
          assert.deepEqual(told, expected);
          stop();
          assert.ok(clock.isStill);
        },
      ),
      { examples: [[0, leastMs, [5, 4_995]]] },
    );
  });

  for (const [seconds, text] of [
    [2, '2 s'],
    [59, '59 s'],
    [60, '1:00'],
    [3_725, '62:05'],
  ] as const) {
    it(`are written as ${text}`, () => assert.equal(elapsedText(seconds), text));
  }
});
