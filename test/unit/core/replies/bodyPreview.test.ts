import assert from 'node:assert/strict';
import { bodyPreview, mostFormatted, mostShown, wholeText } from '../../../../src/core/replies/body/bodyPreview';
import { maskerOf } from '../../../../src/core/secrets/masker';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const reply = (body: Uint8Array, type: string) => ({ bytes: body, headers: { 'content-type': type } });
const json = 'application/json; charset=utf-8';

interface Case {
  readonly name: string;
  readonly body: Uint8Array;
  readonly type: string;
  readonly expected: { text?: string; language: 'json' | 'text' | 'none'; truncated: boolean };
}

const cases: readonly Case[] = [
  { name: 'an empty body', body: bytes(''), type: json, expected: { text: '', language: 'none', truncated: false } },
  {
    name: 'JSON',
    body: bytes('{"a":1}'),
    type: json,
    expected: { text: '{"a":1}', language: 'json', truncated: false },
  },
  {
    name: 'JSON of another type',
    body: bytes('[1]'),
    type: '',
    expected: { text: '[1]', language: 'json', truncated: false },
  },
  {
    name: 'broken JSON',
    body: bytes('{"a":'),
    type: json,
    expected: { text: '{"a":', language: 'json', truncated: false },
  },
  {
    name: 'text',
    body: bytes('<b>no</b>'),
    type: 'text/html',
    expected: { text: '<b>no</b>', language: 'text', truncated: false },
  },
  {
    name: 'a PDF',
    body: bytes('%PDF-1.7'),
    type: 'application/pdf',
    expected: { text: '', language: 'none', truncated: false },
  },
  {
    name: 'bytes with zeros',
    body: new Uint8Array([1, 0, 2]),
    type: '',
    expected: { text: '', language: 'none', truncated: false },
  },
];

describe('bodyPreview', () => {
  for (const { name, body, type, expected } of cases) {
    it(`shows ${name}`, () => assert.deepEqual(bodyPreview(reply(body, type), maskerOf([], undefined)), expected));
  }

  it('cuts what is too long for a panel', () => {
    const preview = bodyPreview(
      reply(bytes(JSON.stringify(Array(80_000).fill('text'))), json),
      maskerOf([], undefined),
    );
    assert.equal(preview.text.length, mostShown);
    assert.equal(preview.truncated, true);
    assert.ok(preview.text.startsWith('["text","text",'));
  });

  it('cuts a long text within JSON as well', () => {
    const body = bytes(JSON.stringify('é'.repeat(mostFormatted)));
    const preview = bodyPreview(reply(body, json), maskerOf([], undefined));
    assert.equal(preview.text.length, mostShown);
    assert.equal(preview.truncated, true);
    assert.ok(!preview.text.includes('\uFFFD'));
  });

  it('shows JSON as it came, and the start of what is long as well', () => {
    const source = '{"id":12345678901234567890,"id":1.0,"2":0,"1":"\\u00e9"}';
    assert.equal(bodyPreview(reply(bytes(source), json), maskerOf([], undefined)).text, source);
    const long = `[${source},${Array(1_500_000).fill('1').join(',')}]`;
    const preview = bodyPreview(reply(bytes(long), json), maskerOf([], undefined));
    assert.ok(preview.text.startsWith(`[${source},1,1`), preview.text.slice(0, 200));
    assert.deepEqual([preview.language, preview.truncated, preview.text.length], ['json', true, mostShown]);
  });

  it('masks secrets, also where the preview ends', () => {
    const secret = 's3cr3t-'.repeat(20);
    const secrets = [{ name: 'token', value: secret }];
    assert.equal(
      bodyPreview(reply(bytes(`{"t":"${secret}"}`), json), maskerOf(secrets, undefined)).text,
      '{"t":"‹secret:token›"}',
    );
    const long = 'x'.repeat(mostShown - 50) + secret + 'y'.repeat(mostFormatted);
    assert.ok(!bodyPreview(reply(bytes(long), 'text/plain'), maskerOf(secrets, undefined)).text.includes('s3cr3t'));
  });

  it('gives the whole body to an editor', async () => {
    assert.equal(
      await wholeText(
        reply(bytes('{"t":"hush-hush"}'), json),
        maskerOf([{ name: 't', value: 'hush-hush' }], undefined),
        async () => undefined,
      ),
      '{\n  "t": "‹secret:t›"\n}',
    );
  });
});
