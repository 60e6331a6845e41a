import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { smallPng } from '../../pictures/smallPng';

describe('smallPng', () => {
  it('keeps the size of the picture, and names at most 256 colours', () => {
    const picture = readFileSync('media/icon.png');
    const small = smallPng(picture);
    assert.deepEqual(small.subarray(0, 24), picture.subarray(0, 24));
    assert.deepEqual([...small.subarray(24, 26)], [8, 3]);
    assert.ok(small.includes('PLTE'));
    assert.ok(small.readUInt32BE(33) <= 3 * 256);
  });
});
