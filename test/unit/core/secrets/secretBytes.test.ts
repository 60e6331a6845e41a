import assert from 'node:assert/strict';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { listedBytes } from '../../../../src/core/secrets/text/byteForms';

const stretch = 16 * 1024;

describe('Secrets in lists of their bytes', () => {
  const secret = 'S3cr/et+of&the "day"';
  const masker = maskerOf([{ name: 's', value: secret }], undefined);
  const bytes = [...Buffer.from(secret)];

  it('are masked wherever the stretches end in which a list is read', () => {
    for (let first = stretch - bytes.length - 1; first <= stretch + 1; first += 1) {
      const before = '7,'.repeat(first);
      const { text } = masker.body(`[${before}${bytes.join(',')},7]`, { side: 'reply' });
      // A failure must not print thousands of numbers.
      assert.ok(text === `[${before}${'"‹secret:s›",'.repeat(bytes.length)}7]`, `behind ${first} others`);
    }
  });

  it('are masked whole where they are longer than several stretches', () => {
    const long = Array.from({ length: 3 * stretch }, (_none, at) => `${at % 7}x${at}`)
      .join('')
      .slice(0, 3 * stretch);
    const list = [1, 2, ...Buffer.from(long), 3];
    const one = maskerOf([{ name: 's', value: long }], undefined);
    const { text } = one.body(JSON.stringify([[5], list, [6]]), { side: 'reply' });
    const masks = `${'"‹secret:s›",'.repeat(long.length)}`;
    assert.ok(text === `[[5],[1,2,${masks}3],[6]]`);
  });

  it('are read as far as numbers are bytes, and no further than is asked for', () => {
    const rows: readonly (readonly [text: string, most: number, hex: string, end: number])[] = [
      ['1, 2, 3]', 2, '0102', 6],
      ['1, 2, 3]', 9, '010203', 7],
      ['1,2,300,4]', 9, '0102', 4],
      ['1,2,[3]]', 9, '01', 2],
      ['1', 9, '01', 1],
      ['x', 9, '', 0],
    ];
    for (const [text, most, hex, end] of rows) assert.deepEqual(listedBytes(text, 0, most), { hex, end }, text);
  });
});
