import assert from 'node:assert/strict';
import {
  isWithin,
  memberOf,
  memberPointer,
  parentOf,
  pointerTo,
  segmentsOf,
  valueAt,
} from '../../../src/protocol/pointer';

describe('pointers of the form', () => {
  it('escapes keys, and reads them back', () => {
    const pointer = pointerTo(pointerTo('/body', 'a/b~c'), 0);
    assert.equal(pointer, '/body/a~1b~0c/0');
    assert.deepEqual(segmentsOf(pointer), ['body', 'a/b~c', '0']);
    assert.equal(parentOf(pointer), '/body/a~1b~0c');
  });

  it('an empty key is the value itself', () => assert.equal(pointerTo('/body/list/0', ''), '/body/list/0'));

  it('finds a member with an empty name, which is not the object that holds it', () => {
    assert.equal(memberPointer('/a', ''), '/a/');
    assert.equal(valueAt({ a: { '': 1 } }, '/a/'), 1);
    assert.equal(valueAt({ a: { b: 1 } }, '/a/'), undefined);
    assert.equal(valueAt({ a: [1] }, '/a/'), undefined);
    assert.equal(memberOf({ b: 1 }, 'b'), 1);
    assert.deepEqual(memberOf({ '': 1 }, ''), { '': 1 });
  });

  it('knows what lies within', () => {
    assert.ok(isWithin('/a/b', '/a'));
    assert.ok(isWithin('/a', '/a'));
    assert.ok(!isWithin('/ab', '/a'));
  });

  it('finds own values only', () => {
    assert.equal(valueAt({ a: [{ b: 1 }] }, '/a/0/b'), 1);
    assert.equal(valueAt({ a: [] }, '/a/length'), undefined);
    assert.equal(valueAt({}, '/constructor'), undefined);
    assert.equal(valueAt({ a: 'text' }, '/a/0'), undefined);
  });
});
