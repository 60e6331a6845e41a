import assert from 'node:assert/strict';
import { hasWideLetters, widthInColumns } from '../../../../../webview/reply/json/wideLetters';

describe('Letters as wide as they are high', () => {
  for (const [text, columns] of [
    ['', 0],
    ['plain text, ä and é', 19],
    ['契約', 2 / 0.6],
    ['계약 A', 2 / 0.6 + 2],
    ['カナ', 2 / 0.6],
    ['ｶﾅ', 2],
    ['!', 1],
    ['！', 1 / 0.6],
  ] as const) {
    it(`take their columns: "${text}"`, () => {
      assert.ok(Math.abs(widthInColumns(text) - columns) < 1e-9, String(widthInColumns(text)));
      assert.equal(hasWideLetters(text), columns > text.length);
    });
  }
});
