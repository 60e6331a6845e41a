import assert from 'node:assert/strict';
import type { Issue } from '../../../../src/protocol/form';
import { inOrder } from '../../../../webview/form/issueOrder';
import { allIssues, childOf, issueTree } from '../../../../webview/form/issueTree';

function issue(pointer: string, severity: Issue['severity'] = 'error'): Issue {
  return { pointer, code: 'x', message: pointer, severity };
}

const values = { body: { signers: [{ email: '' }, { email: 'x' }], 'a/b': 1 } };

describe('issueTree', () => {
  const tree = issueTree(
    [
      issue('/body/signers/0/email'),
      issue('/body/signers/1/email'),
      issue('/body/signers/1/role'),
      issue('/body/signers', 'warning'),
      issue('/body/a~1b'),
    ],
    values,
  );
  const body = childOf(tree, 'body');
  const signers = childOf(body, 'signers');

  it('counts what is below, telling missing values from wrong ones', () => {
    assert.deepEqual(signers?.counts, { wrong: 1, missing: 2, warnings: 1 });
    assert.deepEqual(childOf(signers, '0')?.counts, { wrong: 0, missing: 1, warnings: 0 });
    assert.deepEqual(tree.counts, { wrong: 2, missing: 2, warnings: 1 });
  });

  it('keeps own issues apart from those below', () => {
    assert.deepEqual(
      signers?.own.map(({ severity }) => severity),
      ['warning'],
    );
    assert.equal(allIssues(signers).length, 4);
  });

  it('understands escaped keys and keys of no field', () => {
    assert.equal(childOf(body, 'a/b')?.own.length, 1);
    assert.equal(childOf(body, 'constructor'), undefined);
  });
});

describe('inOrder', () => {
  it('goes from the top of the form to its end', () => {
    const pointers = ['/body/s/10/a', '/body/s/2/b', '/query/q', '/body/s/2/a', '/path/id'];
    assert.deepEqual(
      inOrder(pointers.map((pointer) => issue(pointer))).map(({ pointer }) => pointer),
      ['/path/id', '/query/q', '/body/s/2/b', '/body/s/2/a', '/body/s/10/a'],
    );
  });
});
