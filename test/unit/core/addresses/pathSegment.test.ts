import assert from 'node:assert/strict';
import { pathSegment } from '../../../../src/core/addresses/pathSegment';

describe('pathSegment', () => {
  const taken: [value: unknown, text: string][] = [
    ['p-1', 'p-1'],
    [17, '17'],
    [false, 'false'],
    ['6x2X/iVW+4=', '6x2X%2FiVW%2B4%3D'],
    ['a/b\\c', 'a%2Fb%5Cc'],
    ['a?b#c', 'a%3Fb%23c'],
    ['ann@example.com', 'ann%40example.com'],
    ['.htaccess', '.htaccess'],
    ['v1..2', 'v1..2'],
    ['100%', '100%25'],
    ['é', '%C3%A9'],
  ];
  for (const [value, text] of taken) {
    it(`takes ${JSON.stringify(value)}`, () => assert.deepEqual(pathSegment(value), { kind: 'segment', text }));
  }

  const refused: [value: unknown, reason: RegExp][] = [
    [undefined, /empty/],
    [null, /empty/],
    ['', /empty/],
    ['  ', /empty/],
    [{}, /single value/],
    [['..'], /single value/],
    ['.', /^"\.": this is no ID; it would lead to another address\.$/],
    ['..', /^"\.\.": this is no ID/],
    ['...', /no ID/],
    [' .. ', /no ID/],
    ['%2e', /no ID/],
    ['%2E.', /no ID/],
    ['.%2e', /no ID/],
    ['%252e%25252E', /no ID/],
    ['\uff0e\uff0e', /no ID/],
    ['\u2025', /no ID/],
    ['\u3002', /no ID/],
    ['..;x', /no ID/],
    ['a/../b', /^"\.\.": /],
    ['..\\x', /no ID/],
    ['..%2fx', /no ID/],
    ['a\r\nb', /line end \(U\+000D\)/],
    ['a\0', /control character \(U\+0000\)/],
    ['\ud800', /half of a character \(U\+D800\)/],
  ];
  for (const [value, reason] of refused) {
    it(`refuses ${JSON.stringify(value) ?? 'nothing'}`, () => {
      const segment = pathSegment(value);
      assert.ok(segment.kind === 'refused');
      assert.match(segment.reason, reason);
    });
  }
});
