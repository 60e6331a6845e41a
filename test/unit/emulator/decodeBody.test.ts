import assert from 'node:assert/strict';
import { decodeBody } from '../../../src/emulator/bodies/decodeBody';
import { foreignWords } from '../foreignWords';

const broken = ['{"a":', '{"a": 1,}', 'x', '"open', '[1 2]', '{"a": 01}', '\u0000', '{}{}', '<a/>', '"\\x"'];

describe('A body that is no JSON', () => {
  for (const text of broken) {
    it(`is refused in plain words: ${JSON.stringify(text)}`, () => {
      const body = new TextEncoder().encode(text);
      const decoded = decodeBody({ method: 'POST', path: '/', query: {}, headers: {}, body, baseUrl: '' });
      assert.equal(decoded.kind, 'unreadable');
      assert.doesNotMatch(JSON.stringify(decoded), foreignWords);
    });
  }
});
