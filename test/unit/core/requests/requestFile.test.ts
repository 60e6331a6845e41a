import assert from 'node:assert/strict';
import { decodeRequestFile } from '../../../../src/core/requests/decodeRequestFile';
import { formatRequestFile, parseRequestFile } from '../../../../src/core/requests/requestFile';
import type { Issue } from '../../../../src/protocol/form';

describe('parseRequestFile', () => {
  const unreadable: [text: string, detail: RegExp][] = [
    ['', /no content/],
    ['{', /^Line 1, column 2: The text ends too early/],
    ['[]', /^Request file is a list; it must be an object\.$/],
    ['5', /^5 is a number; Request file must be an object\.$/],
    ['null', /^Request file is null; it must be an object\.$/],
    ['{}', /^Operation is required\. Connection is required\.$/],
    ['{"connection":"a"}', /^Operation is required\.$/],
    ['{"operation":5,"connection":"a"}', /^5 is a number; Operation must be text\.$/],
    ['{"operation":true,"connection":"a"}', /^true is a true or false; Operation must be text\.$/],
    ['{"operation":{},"connection":"a"}', /^Operation is an object; it must be text\.$/],
    [
      '{"operation":null,"connection":null}',
      /^Operation is null; it must be text\. Connection is null; it must be text\.$/,
    ],
    ['{"operation":"","connection":"a"}', /^Operation must not be empty\.$/],
    ['{"operation":"a/b"}', /^Connection is required\.$/],
    ['{"operation":"a/b","connection":["c"]}', /^Connection is a list; take it out of \[ \]\.$/],
    ['{"operation":"a/b","connection":"c","path":"x"}', /^"x" is text; Path must be an object\.$/],
    ['{"operation":"a/b","connection":"c","path":null}', /^Path is null; leave it out\.$/],
    ['{"operation":"a/b","connection":"c","query":[1]}', /^Query is a list; it must be an object\.$/],
  ];
  for (const [text, detail] of unreadable) {
    it(`says what is wrong with ${text === '' ? 'an empty file' : text}`, () => {
      const parsed = parseRequestFile(text);
      assert.ok(parsed.kind === 'unreadable');
      assert.match(parsed.detail, detail);
    });
  }

  it('reads a body deeper than any API has', () => {
    const deep = `${'['.repeat(900)}${']'.repeat(900)}`;
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
    assert.deepEqual(parsed, { kind: 'parsed', request, issues: [] });
  });

  it('refuses what is nested deeper than the stack of a thread', () => {
    const parsed = parseRequestFile(
      `{"operation":"a/b","connection":"c","body":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
    );
    assert.match(parsed.kind === 'unreadable' ? parsed.detail : '', /nested deeper/);
  });

  it('keeps what was written where the values do not say it', () => {
    const text =
      '{\n  "operation": "a/b",\n  "connection": "c",\n  "body": {\n    "n": 12345678901234567890,\n    "t": 1.0\n  }\n}\n';
    const parsed = parseRequestFile(text);
    assert.ok(parsed.kind === 'parsed');
    assert.equal(parsed.request.written, text);
    assert.equal(formatRequestFile(parsed.request), text);
    assert.equal(
      formatRequestFile({ ...parsed.request, body: { n: 1, t: 1 } }),
      text.replace('12345678901234567890', '1'),
    );
  });
});

const start = '{\n  "operation": "a/b",\n  "connection": "c"';

describe('The text of a request file', () => {
  const issues: readonly (readonly [name: string, text: string, issue: Partial<Issue> | undefined, says?: RegExp])[] = [
    ['a byte order mark', `\uFEFF${start}}`, undefined],
    ['a schema for editors', `${start}, "$schema": "x"}`, undefined],
    [
      'a name that stands twice',
      `${start},\n  "body": { "order": 1,\n    "order": 7 }}`,
      {
        pointer: '/body/order',
        code: 'duplicate_key',
        severity: 'error',
        place: { offset: 73, length: 7, line: 5, column: 5 },
      },
      /"order" stands more than once.*only the last one counts/,
    ],
    [
      'a section that stands twice',
      `${start},\n  "body": {},\n  "body": {}}`,
      {
        pointer: '/body',
        code: 'duplicate_key',
        severity: 'error',
        place: { offset: 61, length: 6, line: 5, column: 3 },
      },
    ],
    [
      'a misspelled section',
      `${start}, "bdoy": {}}`,
      { pointer: '/bdoy', code: 'unknown_section', severity: 'warning' },
      /Did you mean "body"\?/,
    ],
    [
      'a section of another tool',
      `${start}, "params": {}}`,
      { pointer: '/params', code: 'unknown_section' },
      /Did you mean "query"\?/,
    ],
    ['headers', `${start}, "headers": {}}`, { pointer: '/headers', code: 'unknown_section' }, /set by its connection/],
    [
      'a character that was not read',
      `${start}, "body": "J\uFFFDrgen"}`,
      { pointer: '', code: 'undecoded_text', severity: 'error' },
      /not UTF-8/,
    ],
  ];
  for (const [name, text, expected, says] of issues) {
    it(`holds ${name}`, () => {
      const parsed = parseRequestFile(text);
      assert.ok(parsed.kind === 'parsed');
      const [issue, ...more] = parsed.issues;
      assert.deepEqual(more, []);
      assert.deepEqual(issue && { ...issue, ...expected }, issue);
      assert.equal(issue === undefined, expected === undefined);
      if (says) assert.match(issue?.message ?? '', says);
    });
  }

  it('that is almost JSON is explained, and mended', () => {
    const text = `${start},\n  // sandbox\n  "body": { "order": {{order}}, }\n}`;
    const parsed = parseRequestFile(text);
    assert.ok(parsed.kind === 'unreadable');
    assert.deepEqual(
      parsed.detail.split('\n').map((line) => line.replace(/: .*/, '')),
      ['Line 4, column 3', 'Line 5, column 22', 'Line 5, column 31'],
    );
    assert.equal(parsed.broken?.mend?.text, `${start},\n  "body": { "order": "{{order}}" }\n}`);
  });

  const foreign: readonly (readonly [kind: string, text: string])[] = [
    ['a cURL command', "curl -X POST https://api.example.com/v2/documents -H 'Authorization: Bearer x' -d '{}'"],
    [
      'an .http file',
      '### invite\n# @name x\nPOST https://api.example.com/v2\nAuthorization: Bearer {{token}}\n\n{"invites": []}',
    ],
    ['a Postman collection', '{"info": {"name": "x", "schema": "https://schema.getpostman.com/json"}, "item": []}'],
    ['a Postman environment', '{"name": "Sandbox", "values": [], "_postman_variable_scope": "environment"}'],
    ['an OpenAPI description', '{"openapi": "3.1.0", "info": {}, "paths": {}}'],
    ['a table of values (CSV)', '\uFEFFName;E-Mail;Rolle\r\n"O\'Brien; Zoë";zoe@example.com;Signer 1\r\n'],
    ['a page or XML', '<!DOCTYPE html><html></html>'],
  ];
  for (const [kind, text] of foreign) {
    it(`is recognised as ${kind}`, () => {
      const parsed = parseRequestFile(text);
      assert.ok(parsed.kind === 'unreadable');
      assert.ok(parsed.detail.startsWith(`This is ${kind}, not a request file. `), parsed.detail);
      assert.equal(parsed.broken, undefined);
    });
  }
});

describe('The bytes of a request file', () => {
  const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
    [
      'ISO-8859-1',
      Uint8Array.from('{"a":"J\u00fcrgen"}', (letter) => letter.charCodeAt(0)),
      /apparently ISO-8859-1 or Windows-1252\. Save it as UTF-8/,
    ],
    ['Windows-1252', Uint8Array.of(0x22, 0x93, 0xfc, 0x94, 0x22), /apparently Windows-1252/],
    ['UTF-16 with a mark', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0), /UTF-16/],
    ['UTF-16 without', utf16('{"a":1}'), /UTF-16/],
    ['no text', Uint8Array.of(1, 2, 0, 0, 3), /no text/],
  ];
  for (const [name, bytes, says] of refused) {
    it(`are refused as ${name}`, () => {
      const decoded = decodeRequestFile(bytes);
      assert.match(decoded.kind === 'undecodable' ? decoded.detail : '', says);
    });
  }

  it('are read as UTF-8', () => {
    const text = '{"a":"Zoë 文"}';
    assert.deepEqual(decodeRequestFile(new TextEncoder().encode(`\uFEFF${text}`)), { kind: 'text', text });
  });
});
