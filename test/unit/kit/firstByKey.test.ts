import assert from 'node:assert/strict';
import { firstByKey } from '../../../src/kit/firstByKey';

describe('firstByKey', () => {
  const items = ['anna', 'ben', 'alex', 'bo'];

  it('finds the first of those that share a key, as looking through them would', () => {
    const byLetter = firstByKey(items, ([letter]) => letter);
    for (const wanted of ['a', 'b', 'c', undefined]) {
      assert.equal(
        byLetter.get(wanted),
        items.find(([letter]) => letter === wanted),
        wanted,
      );
    }
  });

  it('asks for each key once, however much is looked up', () => {
    let asked = 0;
    const byName = firstByKey(items, (name) => {
      asked += 1;
      return name;
    });
    for (const name of [...items, ...items]) byName.get(name);
    assert.equal(asked, items.length);
  });
});
