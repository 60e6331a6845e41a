import assert from 'node:assert/strict';
import { errorCode } from '../../../../src/core/typing/errorCode';

describe('errorCode', () => {
  it('is the code of an error that has one', () => {
    assert.equal(errorCode(Object.assign(new Error('x'), { code: 'ENOENT' })), 'ENOENT');
  });

  it('is nothing for whatever else is thrown', () => {
    for (const thrown of [
      new Error('x'),
      Object.assign(new Error('x'), { code: 7 }),
      { code: 'ENOENT' },
      'ENOENT',
      null,
    ])
      assert.equal(errorCode(thrown), undefined);
  });
});
