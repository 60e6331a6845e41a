import assert from 'node:assert/strict';
import * as z from 'zod';
import { firstIssues } from '../../../src/core/firstIssues';

/** Counts the items that a schema is asked about. */
function counting() {
  const count = { asked: 0 };
  const item = z.custom<number>((value) => {
    count.asked += 1;
    return value === 1;
  });
  return { count, item, schema: z.object({ items: z.array(item) }) };
}

const right = (length: number) => Array.from({ length }, () => 1);
const wrong = (length: number) => Array.from({ length }, () => 2);

describe('the first issues of a value', () => {
  const rows: readonly (readonly [name: string, items: readonly number[], found: number, isCut: boolean])[] = [
    ['all of a short list', [...right(10), ...wrong(10)], 10, false],
    ['as many as are wanted', wrong(1_000), 1_000, false],
    ['one too many', wrong(1_001), 1_000, true],
    ['a long list that is right', right(50_000), 0, false],
    ['a slip at the end of a long list', [...right(50_000), 2], 1, false],
    ['many slips at the end of a long list', [...right(50_000), ...wrong(5_000)], 1_000, true],
    ['a long list that is wrong throughout', wrong(50_000), 1_000, true],
  ];
  for (const [name, items, found, isCut] of rows) {
    it(`${name}: ${found}${isCut ? ' or more' : ''}`, () => {
      const first = firstIssues(counting().schema, { items }, 1_000);
      assert.deepEqual([first.issues.length, first.isCut], [found, isCut]);
    });
  }

  it('asks about no more of a list that is wrong throughout than it was told to', () => {
    const { schema, count } = counting();
    firstIssues(schema, { items: wrong(100_000) }, 1_000);
    assert.equal(count.asked, 1_000);
  });

  it('asks about little more of a list that is right in front and wrong from there', () => {
    for (const [inFront, atMost] of [
      [100, 3_300],
      [900, 9_000],
      [5_000, 9_000],
    ] as const) {
      const { schema, count } = counting();
      const first = firstIssues(schema, { items: [...right(inFront), ...wrong(200_000)] }, 1_000);
      assert.deepEqual([first.issues.length, first.isCut], [1_000, true]);
      assert.ok(count.asked <= atMost, `${count.asked}`);
    }
  });

  it('asks about every item of a list that is right little more than once', () => {
    const { schema, count } = counting();
    firstIssues(schema, { items: right(100_000) }, 1_000);
    assert.ok(count.asked < 200_000, `${count.asked}`);
  });

  it('asks about no more where the long lists stand in lists', () => {
    const { item, count } = counting();
    const lists = Array.from({ length: 1_000 }, () => wrong(1_000));
    const { issues } = firstIssues(z.array(z.array(item)), lists, 1_000);
    assert.equal(issues.length, 1_000);
    assert.ok(count.asked <= 101_000, `${count.asked}`);
  });

  it('finds a list too long that was shortened, and never too short', () => {
    const most = firstIssues(z.object({ items: z.array(z.int()).max(20) }), { items: wrong(5_000) }, 1_000);
    assert.deepEqual(
      most.issues.map(({ code }) => code),
      ['too_big'],
    );
    const least = firstIssues(
      z.object({ items: z.array(z.array(z.int()).min(6)) }),
      { items: [wrong(9_000), wrong(9)] },
      10,
    );
    assert.deepEqual(least.issues, []);
  });
});
