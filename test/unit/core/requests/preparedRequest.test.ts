import assert from 'node:assert/strict';
import type { PreparedRequest } from '../../../../src/core/operation';
import { isComplete } from '../../../../src/core/requests/preparedRequest';

const step: PreparedRequest = { verb: 'link', title: 'Link', operation: 'a/b', path: { id: '7' }, complete: true };

describe('a call that a reply offers', () => {
  const rows: readonly (readonly [name: string, step: PreparedRequest, complete: boolean])[] = [
    ['with all values is sent as it stands', step, true],
    ['with values left to fill in is shown first', { ...step, complete: false }, false],
    ['that says nothing of it is shown first', { verb: 'link', title: 'Link', operation: 'a/b' }, false],
    ['with an ID that reads as a variable is shown first', { ...step, path: { id: '{{parcel}}' } }, false],
    ['with a credential in its body is shown first', { ...step, body: { a: ['{{credentials.key}}'] } }, false],
    ['with one brace too few is sent as it stands', { ...step, query: { q: '{parcel}' } }, true],
  ];
  for (const [name, offered, complete] of rows) {
    it(name, () => assert.equal(isComplete(offered), complete));
  }
});
