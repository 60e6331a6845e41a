import assert from 'node:assert/strict';
import { remembered } from '../../../../src/core/typing/remembered';

describe('remembered', () => {
  it('asks once for each text, also where nothing was found, and keeps a bounded number', () => {
    const asked: string[] = [];
    const find = remembered(2, (text) => {
      asked.push(text);
      return text === 'none' ? undefined : text.length;
    });
    for (const text of ['a', 'none', 'a', 'none']) find(text);
    assert.deepEqual(asked, ['a', 'none']);
    assert.equal(find('long'), 4);
    assert.equal(find('a'), 1);
    assert.deepEqual(asked, ['a', 'none', 'long', 'a']);
  });

  it('keeps no long text', () => {
    let asked = 0;
    const find = remembered(2, () => asked++);
    find('x'.repeat(5_000));
    find('x'.repeat(5_000));
    assert.equal(asked, 2);
  });
});
