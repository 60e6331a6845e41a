import assert from 'node:assert/strict';
import { type Reply, replyJson, replyText } from '../../../../src/core/http';
import { prepareReplyBody, replyBody } from '../../../../src/core/replies/body/replyBody';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]));
const json = 'application/json';

const texts: readonly { name: string; type: string; bytes: Uint8Array; kind: 'json' | 'text'; text: string }[] = [
  { name: 'UTF-8', type: json, bytes: utf8('"é"'), kind: 'json', text: '"é"' },
  { name: 'no type', type: '', bytes: utf8('{"a":1}'), kind: 'json', text: '{"a":1}' },
  { name: 'a mark', type: json, bytes: utf8('\uFEFF{"a":1}'), kind: 'json', text: '{"a":1}' },
  {
    name: 'ISO-8859-1',
    type: `${json}; charset=ISO-8859-1`,
    bytes: latin1('"Großmann"'),
    kind: 'json',
    text: '"Großmann"',
  },
  {
    name: 'windows-1253',
    type: `${json};charset="windows-1253"`,
    bytes: Uint8Array.of(0x22, 0xc1, 0xc8, 0xc7, 0xcd, 0xc1, 0x22),
    kind: 'json',
    text: '"ΑΘΗΝΑ"',
  },
  { name: 'GB18030', type: 'text/plain; charset=gb18030', bytes: Uint8Array.of(0xce, 0xc4), kind: 'text', text: '文' },
  {
    name: 'Shift_JIS',
    type: 'text/plain; charset=shift_jis',
    bytes: Uint8Array.of(0x93, 0xfa),
    kind: 'text',
    text: '日',
  },
  { name: 'UTF-16 by its mark', type: json, bytes: utf16('\uFEFF{"a":1}'), kind: 'json', text: '{"a":1}' },
  {
    name: 'UTF-16 by its name',
    type: `${json}; charset=utf-16`,
    bytes: utf16('{"a":1}'),
    kind: 'json',
    text: '{"a":1}',
  },
  { name: 'UTF-16 by its zeros', type: json, bytes: utf16('{"a":1}'), kind: 'json', text: '{"a":1}' },
  {
    name: 'a mark against the name',
    type: `${json}; charset=iso-8859-1`,
    bytes: utf8('\uFEFF"é"'),
    kind: 'json',
    text: '"é"',
  },
  { name: 'JSON of no known type', type: 'application/octet-stream', bytes: utf8('{}'), kind: 'json', text: '{}' },
  { name: 'a page', type: 'text/html', bytes: utf8('<p>no</p>'), kind: 'text', text: '<p>no</p>' },
];

describe('The body of a reply', () => {
  it('says where bytes are none of its charset, and nothing where the character of damage was sent', () => {
    const remarks = (bytes: Uint8Array, type = json) => {
      const body = replyBody(reply(bytes, type));
      return 'remarks' in body ? body.remarks : [];
    };
    assert.match(remarks(latin1('"Gro\u00DFmann"')).join(), /no UTF-8/);
    assert.match(remarks(latin1('<p>\u00FC</p>'), 'text/html; charset=UTF-8').join(), /no UTF-8/);
    assert.deepEqual(remarks(utf8('"\uFFFD"')), []);
    assert.deepEqual(remarks(latin1('"\u00DF"'), `${json}; charset=iso-8859-1`), []);
  });

  for (const { name, type, bytes, kind, text } of texts) {
    it(`is read from ${name}`, () => {
      const received = reply(bytes, type);
      const body = replyBody(received);
      assert.deepEqual([body.kind, replyText(received)], [kind, text]);
      if (kind === 'json') assert.deepEqual(replyJson(received), JSON.parse(text));
      assert.deepEqual('remarks' in body && body.remarks, []);
    });
  }

  const files: readonly (readonly [string, string, Uint8Array])[] = [
    ['a PDF', 'application/pdf', utf8('%PDF-1.7 text')],
    ['a PDF that is called text', 'text/plain', utf8('%PDF-1.7 text')],
    ['a picture', '', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['an archive that is called JSON', json, utf8('PK\u0003\u0004')],
    ['bytes with zeros', json, Uint8Array.of(0x7b, 0x7d, 0, 1, 2)],
    ['a file of no known type', 'application/octet-stream', utf8('bytes')],
  ];
  for (const [name, type, bytes] of files) {
    it(`is never decoded: ${name}`, () => {
      const received = reply(bytes, type);
      assert.deepEqual([replyBody(received).kind, replyText(received), replyJson(received)], ['binary', '', undefined]);
    });
  }

  it('of an unknown charset is read as UTF-8, and says so', () => {
    const body = replyBody(reply(utf8('"é"'), `${json}; charset=klingon`));
    assert.equal('text' in body && body.text, '"é"');
    assert.match(String('remarks' in body && body.remarks), /"klingon", which is unknown/);
  });

  it('is decoded and read once', () => {
    const received = reply(utf8('{"a":1}'), json);
    assert.equal(replyJson(received), replyJson(received));
    assert.equal(replyBody(received), replyBody(received));
  });

  it('that is long is read with pauses, to the same end', async () => {
    const text = JSON.stringify({ items: Array.from({ length: 120_000 }, (_item, index) => `Ünit ${index}`) });
    let pauses = 0;
    const received = reply(utf8(text), json);
    await prepareReplyBody(received, async () => {
      pauses += 1;
    });
    assert.ok(pauses > 1, `${pauses} pauses`);
    const prepared = replyBody(received);
    assert.equal(prepared, replyBody(received));
    assert.deepEqual(prepared, replyBody(reply(utf8(text), json)));
  });

  it('of which only the beginning is there is text, without the half of a character', () => {
    const bytes = utf8('{"name":"Ü').subarray(0, -1);
    const whole = { kind: 'lost', why: 'notWanted', size: 20_000_000 } as const;
    assert.deepEqual(replyBody({ ...reply(bytes, json), whole }), { kind: 'text', text: '{"name":"', remarks: [] });
  });

  it('of any depth is read', () => {
    const text = '['.repeat(200_000) + ']'.repeat(200_000);
    assert.equal(replyBody(reply(utf8(text), json)).kind, 'json');
  });
});

function reply(bytes: Uint8Array, type: string): Reply {
  return { status: 200, statusText: 'OK', headers: { 'content-type': type }, bytes, durationMs: 1 };
}
