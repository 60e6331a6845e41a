import assert from 'node:assert/strict';
import { formatRequestFile, parseRequestFile } from '../../../../src/core/requests/requestFile';

describe('parseRequestFile', () => {
  const unreadable: [text: string, detail: RegExp][] = [
    ['', /JSON/],
    ['{', /JSON/],
    ['[]', /one JSON object/],
    ['{"connection":"a"}', /"operation" must be a text/],
    ['{"operation":"a/b"}', /"connection" must be a text/],
    ['{"operation":"a/b","connection":"c","path":"x"}', /"path" must be a JSON object/],
  ];
  for (const [text, detail] of unreadable) {
    it(`says what is wrong with ${text === '' ? 'an empty file' : text}`, () => {
      const parsed = parseRequestFile(text);
      assert.ok(parsed.kind === 'unreadable');
      assert.match(parsed.detail, detail);
    });
  }

  it('reads a body of any depth', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    assert.equal(parseRequestFile(`{"operation":"a/b","connection":"c","body":${deep}}`).kind, 'parsed');
  });

  it('reads back what it wrote', () => {
    const request = {
      operation: 'a/b',
      connection: 'c',
      path: { id: '1' },
      body: { list: [1, null, 'x', { y: true }] },
    };
    const parsed = parseRequestFile(formatRequestFile(request));
    assert.deepEqual(parsed, { kind: 'parsed', request });
  });
});
