import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBaseUrl } from '../../../../src/core/addresses/baseUrl';

describe('parseBaseUrl', () => {
  const taken: [text: string, url: string, isLoopback: boolean][] = [
    ['https://api.example.com', 'https://api.example.com', false],
    ['https://api.example.com/v2/', 'https://api.example.com/v2', false],
    ['HTTPS://API.example.com:443//', 'https://api.example.com', false],
    ['https://xn--e1awd7f.example', 'https://xn--e1awd7f.example', false],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010', true],
    ['http://localhost:4010', 'http://localhost:4010', true],
    ['http://[::1]:4010', 'http://[::1]:4010', true],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]', true],
    ['http://[::ffff:127.0.0.1]', 'http://[::ffff:7f00:1]', true],
    ['http://2130706433', 'http://127.0.0.1', true],
    ['http://0x7f.1', 'http://127.0.0.1', true],
    ['http://0177.0.0.1', 'http://127.0.0.1', true],
  ];
  for (const [text, url, isLoopback] of taken) {
    it(`takes "${text}" as ${url}`, () => {
      const { origin } = new URL(url);
      assert.deepEqual(parseBaseUrl(text), { kind: 'baseUrl', url, origin, isLoopback });
    });
  }

  const refused: [text: string, reason: RegExp][] = [
    ['', /not a URL/],
    ['api.example.com', /not a URL/],
    ['https:api.example.com', /not a URL/],
    ['https:///api.example.com', /not a URL/],
    ['https://api.example.com:99999', /not a URL/],
    ['http://api.example.com', /use https/],
    ['http://127.0.0.1.evil.example', /use https/],
    ['http://0.0.0.0', /use https/],
    ['http://3232235777', /use https/],
    ['ftp://api.example.com', /http and https/],
    ['file:///etc/passwd', /http and https/],
    ['localhost:4010', /http and https/],
    ['https://user:secret@api.example.com', /credentials/],
    ['https://@api.example.com', /credentials/],
    ['https://api.example.com?x=1', /before "\?"/],
    ['https://api.example.com/?', /before "\?"/],
    ['https://api.example.com/#', /before "\?"/],
    ['https://api.example.com/x#', /before "\?"/],
    ['https://api.example.com ', /ends with a blank/],
    [' https://api.example.com', /begins with a blank/],
    ['https://api.example.com\n', /ends with a line end \(U\+000A\)/],
    ['https://api.exa\tmple.com', /holds a tab \(U\+0009\)/],
    ['https://api.example.com\u200b', /invisible character \(U\+200B\)/],
    ['\ufeffhttps://api.example.com', /begins with .*\(U\+FEFF\)/],
    ['https://api.example.com/\u202emoc', /direction of text \(U\+202E\)/],
    ['https://api.example.com/\u00a0', /unusual blank \(U\+00A0\)/],
    ['https://api.example.com/\ud800', /half of a character \(U\+D800\)/],
    ['https://api.example.com\\@evil.example', /backslash/],
    ['https://\u0430pi.example.com', /"\u0430" \(U\+0430\).*computers read xn--pi-/],
    ['https://\uff41pi.example.com', /\(U\+FF41\).*computers read api\.example\.com/],
    ['https://api%2eexample.com', /percent/],
    ['https://api.example.com/v1/..', /"\.\.", which leads/],
    ['https://api.example.com/%2E%2e/x', /leads to another address/],
    ['https://api.example.com/./x', /"\.", which leads/],
  ];
  for (const [text, reason] of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const parsed = parseBaseUrl(text);
      assert.ok(parsed.kind === 'refused');
      assert.match(parsed.reason, reason);
    });
  }

  it('reads what it made as the same, whatever it was given', () => {
    const text = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
      fc.string().map((part) => `https://${part}`),
    );
    fc.assert(
      fc.property(text, (given) => {
        const parsed = parseBaseUrl(given);
        if (parsed.kind === 'baseUrl') assert.deepEqual(parseBaseUrl(parsed.url), parsed);
      }),
    );
  });
});
