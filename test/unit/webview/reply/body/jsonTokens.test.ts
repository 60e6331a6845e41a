import assert from 'node:assert/strict';
import { jsonTokens } from '../../../../../webview/reply/body/jsonTokens';

describe('jsonTokens', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    ['{"a": "b"}', ['key "a"', 'string "b"']],
    ['{"a\\"b" : -1.5e+3}', ['key "a\\"b"', 'number -1.5e+3']],
    ['[true, false, null, 0]', ['literal true', 'literal false', 'literal null', 'number 0']],
    ['{"url": "http://x/1?true"}', ['key "url"', 'string "http://x/1?true"']],
    ['{"cut": "off', ['key "cut"']],
    ['{"cut": {"of', ['key "cut"']],
  ];
  for (const [text, tokens] of cases) {
    it(text || 'empty text', () => {
      const found = jsonTokens(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
      assert.deepEqual(found, tokens);
    });
  }
});
