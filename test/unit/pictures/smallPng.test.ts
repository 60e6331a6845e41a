import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
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

  it('puts two points into a byte where 16 colours are enough', () => {
    const small = smallPng(readFileSync('media/icon.png'), 16);
    assert.deepEqual([...small.subarray(24, 26)], [4, 3]);
    assert.equal(small.readUInt32BE(33), 3 * 16);
    const [width, height] = [small.readUInt32BE(16), small.readUInt32BE(20)];
    const data = small.subarray(small.indexOf('IDAT') + 4, small.indexOf('IEND') - 8);
    assert.equal(inflateSync(data).length, (1 + width / 2) * height);
  });
});
