import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readCurl } from '../../../../../src/core/portable/importing/readCurl';
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
