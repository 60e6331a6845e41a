import assert from 'node:assert/strict';
import { config } from '@vscode/l10n';
import { durationText } from '../../../src/protocol/words/durationText';
import { numberText } from '../../../src/protocol/words/numberText';
import { sizeText } from '../../../src/protocol/words/sizeText';

describe('Numbers for people', () => {
  after(() => config({ contents: {} }));

  const cases: readonly (readonly [say: () => string, english: string, german: string])[] = [
    [() => numberText(7), '7', '7'],
    [() => numberText(1_234_567), '1,234,567', '1.234.567'],
    [() => numberText(0.5), '0.5', '0,5'],
    [() => numberText(1, { least: 2 }), '1.00', '1,00'],
    [() => sizeText(0), '0 bytes', '0 bytes'],
    [() => sizeText(1), '1 byte', '1 byte'],
    [() => sizeText(1500), '1.5 kB', '1,5 kB'],
    [() => sizeText(6000), '6 kB', '6 kB'],
    [() => sizeText(184_320), '184 kB', '184 kB'],
    [() => sizeText(1_500_000), '1.5 MB', '1,5 MB'],
    [() => sizeText(20_000_000), '20 MB', '20 MB'],
    [() => durationText(182.4), '182 ms', '182 ms'],
    [() => durationText(1234), '1.23 s', '1,23 s'],
    [() => durationText(12_000), '12.0 s', '12,0 s'],
  ];

  for (const [say, english, german] of cases) {
    it(`${english}, ${german}`, () => {
      config({ contents: {} });
      assert.equal(say(), english);
      config({ contents: { 'numbers:en': 'numbers:de' } });
      assert.equal(say(), german);
    });
  }
});
