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

  const bytes = {
    'a letter in another encoding': [0x22, 0xfc, 0x22],
    'half of a character': [0x22, 0xc3, 0x22],
    'half of a pair': [0x22, 0xed, 0xa0, 0x80, 0x22],
    'a slash in two bytes': [0x22, 0xc0, 0xaf, 0x22],
    'UTF-16': [0xff, 0xfe, 0x31, 0],
  };
  for (const [title, own] of Object.entries(bytes)) {
    it(`is refused, and no other letters are put in the place of its own: ${title}`, () => {
      const body = Uint8Array.from(own);
      const decoded = decodeBody({ method: 'POST', path: '/', query: {}, headers: {}, body, baseUrl: '' });
      assert.deepEqual(decoded, { kind: 'unreadable', detail: 'It is not UTF-8.' });
    });
  }

  it('is none of these: a mark of UTF-8 before it, blanks and line ends of Windows', () => {
    const body = new TextEncoder().encode('\ufeff\r\n{"a":"ü"}\r\n');
    const decoded = decodeBody({ method: 'POST', path: '/', query: {}, headers: {}, body, baseUrl: '' });
    assert.deepEqual(decoded, { kind: 'json', value: { a: 'ü' } });
  });
});
