import assert from 'node:assert/strict';
import { ownValue } from '../../../../src/core/typing/ownValue';

describe('ownValue', () => {
  it('reads members and items of anything', () => {
    assert.equal(ownValue({ a: 1 }, 'a'), 1);
    assert.equal(ownValue(['x'], 0), 'x');
    assert.equal(ownValue(JSON.parse('{"__proto__":1}'), '__proto__'), 1);
  });

  it('reads nothing that is inherited, or of what has no members', () => {
    for (const key of ['toString', 'constructor', '__proto__']) assert.equal(ownValue({}, key), undefined);
    for (const value of [undefined, null, 'text', 7]) assert.equal(ownValue(value, 'length'), undefined);
  });
});
