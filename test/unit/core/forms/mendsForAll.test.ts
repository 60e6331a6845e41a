import assert from 'node:assert/strict';
import { mendsForAll } from '../../../../src/core/forms/checks/mendsForAll';
import type { Issue } from '../../../../src/protocol/form';

function issue(pointer: string, titleForAll?: string): Issue {
  const mend = {
    title: 'Leave it out',
    ...(titleForAll && { titleForAll }),
    edits: [{ kind: 'remove', pointer } as const],
  };
  return { pointer, code: 'x', message: 'x', severity: 'error', mend };
}

describe('mendsForAll', () => {
  it('has one mend for each kind that stands in several places', () => {
    const issues = [issue('/body/a', 'Nulls'), issue('/body/b', 'Quotes'), issue('/body/c'), issue('/body/d', 'Nulls')];
    assert.deepEqual(mendsForAll(issues), [
      {
        title: 'Nulls',
        edits: [
          { kind: 'remove', pointer: '/body/a' },
          { kind: 'remove', pointer: '/body/d' },
        ],
      },
    ]);
  });

  it('has none where nothing can be mended', () => assert.deepEqual(mendsForAll([]), []));
});
