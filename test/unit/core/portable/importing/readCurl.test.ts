import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readCurl } from '../../../../../src/core/portable/importing/curl/readCurl';
import { toCurl } from '../../../../../src/core/portable/snippets/curl';
import { multipart } from '../snippets/multipartRequest';

/** A reference among braces would be a variable. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '\n',
        '\r\n',
        '$HOME',
        '$(id)',
        '`',
        '!',
        '#',
        '^',
        '%',
        '@',
        ';type=',
        '=',
        ' ',
        'é',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
    ),
    maxLength: 20,
  })
  .filter((value) => !value.includes('\0') && !/\{\{|\p{Cs}|\^"|\^\s|\u0060\s|\u0060"|\$env:/iu.test(value));

describe('cURL as others write it', () => {
  it('makes several calls, each with options of its own', () => {
    const { calls } = readCurl(
      `curl a.example/1 -d x -H 'a: --next' --next -X PUT a.example/2 -d --next -: a.example/3`,
    );
    assert.deepEqual(
      calls.map(({ method, url, headers, body }) => [
        method,
        url,
        headers,
        body?.kind === 'text' ? body.text : undefined,
      ]),
      [
        ['POST', 'a.example/1', [['a', '--next']], 'x'],
        ['PUT', 'a.example/2', [], '--next'],
        ['GET', 'a.example/3', [], undefined],
      ],
    );
  });

  it('takes no value of another option for the address', () => {
    const options = [
      '--max-redirs 5',
      '--pass p',
      '--proxy-header x:y',
      '--output-dir o',
      '--noproxy "*"',
      '--cert-type P12',
    ];
    const { calls, leftOut } = readCurl(`curl ${options.join(' ')} https://a.example/x`);
    assert.deepEqual([calls.map(({ url }) => url), leftOut], [['https://a.example/x'], []]);
  });

  it('says what stands in other files, and shows no secrets of addresses', () => {
    const { leftOut } = readCurl(
      'curl -K a.cfg --config=b.cfg https://a.example/ https://me:pw@b.example/c@d?token=t#s',
    );
    assert.deepEqual(
      leftOut.map(({ what }) => what),
      ['Options of a.cfg', 'Options of b.cfg', 'Address https://b.example/c@d'],
    );
  });

  for (const [start, end, mark] of [
    ['"', '"', '\\'],
    ["$'", "'", '\\'],
    ["'", "'", ''],
  ] as const) {
    it(`has a body of any size in ${start}`, () => {
      // A pattern that chooses at each character ends at some eight millions of them, with few escapes as with many.
      const sign = mark === '' ? 'b' : `${mark}${end}`;
      const body = `${sign}${'a'.repeat(99)}`.repeat(100_000);
      const [call] = readCurl(`curl a.example -d ${start}${body}${end}`).calls;
      assert.equal(call?.body?.kind === 'text' && call.body.text.length, 10_000_000);
    });
  }
});

describe('cURL that was written here is read back the same', () => {
  it('with any text for a body, an address and a header', () =>
    fc.assert(
      fc.property(text, text, (body, query) => {
        const url = `https://a.example/x?${new URLSearchParams({ query })}`;
        const request = {
          method: 'PUT',
          url,
          headers: { 'x-odd': `a ${query.replace(/\s/g, '')}b` },
          body: { text: body },
        };
        const [call, ...others] = readCurl(toCurl(request)).calls;
        assert.equal(others.length, 0);
        assert.deepEqual([call?.method, call?.url, call?.headers], ['PUT', url, Object.entries(request.headers)]);
        assert.deepEqual(call?.body, { kind: 'text', text: body });
      }),
    ));

  it('with any text in a form', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), text, { minKeys: 1 }), (texts) => {
        const [call] = readCurl(toCurl(multipart(texts, {}))).calls;
        const fields = Object.entries(texts).map(([name, value]) => ({ name, value, isFile: false }));
        assert.deepEqual(call?.body, { kind: 'fields', fields });
      }),
    ));
});
