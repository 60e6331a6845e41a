import assert from 'node:assert/strict';
import { issueGroups } from '../../../../src/core/forms/checks/issueGroups';
import { moreIssues } from '../../../../src/core/forms/checks/moreIssues';
import type { Issue } from '../../../../src/protocol/form';

const required = (index: number): Issue => ({
  pointer: `/body/signers/${index}/order`,
  code: 'required',
  message: 'Order is required.',
  severity: 'error',
});
const odd = (index: number, value: string): Issue => ({
  pointer: `/body/signers/${index}/order`,
  code: 'invalid_type',
  message: `"${value}" is text; write ${value}.`,
  severity: 'error',
  mend: {
    title: `Write ${value}`,
    titleForAll: 'Take numbers out of quotes',
    edits: [{ kind: 'set', pointer: `/body/signers/${index}/order`, value: Number(value) }],
  },
});

describe('issueGroups', () => {
  it('says once what is wrong in many rows, with the first of them and how many there are', () => {
    const many = Array.from({ length: 499 }, (_none, index) => required(index + 1));
    assert.deepEqual(issueGroups(many), [
      {
        title: 'Order is required (in 499 places)',
        code: 'required',
        severity: 'error',
        place: '/body/signers/*/order',
        count: 499,
        first: '/body/signers/1/order',
      },
    ]);
  });

  it('names the mend of all of them, and quotes one value of many', () => {
    const [group] = issueGroups([odd(0, '4'), odd(2, '7'), required(1)]);
    assert.equal(group?.title, '"4" is text; write 4 (and 1 more like it)');
    assert.equal(group?.mend, 'Take numbers out of quotes');
    assert.equal(group?.count, 2);
  });

  it('keeps fields, codes and severities apart, and what stands alone by itself', () => {
    const elsewhere = { ...required(0), pointer: '/body/approvers/0/order' };
    const softer = { ...required(1), severity: 'warning' } as const;
    assert.deepEqual(issueGroups([required(0), elsewhere, softer, odd(2, '1')]), []);
  });

  it('counts no line that stands for what was not looked for', () => {
    assert.deepEqual(issueGroups([moreIssues('/body', 'error'), moreIssues('/body', 'error')]), []);
  });
});
