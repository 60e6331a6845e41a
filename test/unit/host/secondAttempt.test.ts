import assert from 'node:assert/strict';
import { nothing } from '../../host/run/counts.mjs';
import { withSecondAttempt } from '../../host/run/secondAttempt.mjs';
import type { TestCounts } from '../../run/countingReporter';

const passed = (count: number): TestCounts => ({ ...nothing, passed: count });

function failed(...titles: string[]): TestCounts {
  return {
    ...passed(5),
    failed: titles.length,
    failures: titles.map((title) => ({ title, stack: `Error: ${title}` })),
  };
}

describe('A second attempt of tests that failed', () => {
  let asked: string[];
  const answering = (counts: TestCounts) => async (pattern: string) => {
    asked.push(pattern);
    return counts;
  };
  beforeEach(() => {
    asked = [];
  });

  it('is made of the suites that failed, by their very titles, and told as unsteady when they hold', async () => {
    const first = failed('A form (new) › opens', 'A form (new) › sends', 'The tree › "before all" hook');
    const counts = await withSecondAttempt(first, answering(passed(3)));
    assert.deepEqual(counts, { ...passed(8), unsteady: first.failures });
    const [pattern = ''] = asked;
    for (const title of ['A form (new) opens', 'The tree reads']) assert.match(title, new RegExp(pattern));
    for (const title of ['A form new opens', 'The treetop', 'Of The tree'])
      assert.doesNotMatch(title, new RegExp(pattern));
  });

  for (const [what, again] of [
    ['fails again', failed('A form › opens')],
    ['finds no test', nothing],
  ] as const) {
    it(`leaves the failures when it ${what}`, async () => {
      const first = failed('A form › opens');
      assert.equal(await withSecondAttempt(first, answering(again)), first);
      assert.equal(asked.length, 1);
    });
  }

  for (const [what, first] of [
    ['all held', passed(5)],
    ['more suites failed than chance explains', failed('a › x', 'b › x', 'c › x')],
    ['the process itself failed', failed('end-to-end tests')],
  ] as const) {
    it(`is not made when ${what}`, async () => {
      assert.equal(await withSecondAttempt(first, answering(passed(1))), first);
      assert.deepEqual(asked, []);
    });
  }
});
