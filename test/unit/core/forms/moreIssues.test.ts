import assert from 'node:assert/strict';
import { countOfIssues, listedIssues, moreIssues } from '../../../../src/core/forms/checks/moreIssues';
import type { Issue } from '../../../../src/protocol/form';

function issues(count: number): readonly Issue[] {
  return Array.from({ length: count }, (_unused, index) => ({
    pointer: `/body/${index}`,
    code: 'required',
    message: 'It is required.',
    severity: 'error',
  }));
}

describe('counts of problems', () => {
  const more = moreIssues('/body', 'error');
  const rows: readonly (readonly [all: readonly Issue[], count: string, lines: number, last: string | undefined])[] = [
    [[], '0 problems', 0, undefined],
    [issues(1), 'one problem', 1, '/body/0'],
    [issues(20), '20 problems', 20, '/body/19'],
    [issues(21), '21 problems', 21, 'and 1 more'],
    [issues(300), '300 problems', 21, 'and 280 more'],
    [[...issues(1), more], '1 problems or more', 2, 'and perhaps more'],
    [[...issues(1000), more], '1000 problems or more', 21, 'and 980 more at least'],
  ];
  for (const [all, count, lines, last] of rows) {
    it(`${count}: ${lines} lines`, () => {
      const listed = listedIssues(all, ({ pointer }) => pointer);
      assert.deepEqual([countOfIssues(all), listed.length, listed.at(-1)], [count, lines, last]);
    });
  }
});
