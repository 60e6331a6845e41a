import assert from 'node:assert/strict';
import { stringify } from '../../../../../../src/core/portable/snippets/library/queryWriter';

describe('The writer of queries that snippets are made with', () => {
  it('writes none, and refuses one rather than losing it', () => {
    assert.equal(stringify({}), '');
    assert.throws(() => stringify({ page: '1' }), /address/);
  });
});
