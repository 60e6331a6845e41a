import assert from 'node:assert/strict';
import { redactHeaders, redactText, sortSecrets } from '../../../../src/core/requests/redaction';

const secret = 'p"ss w\\rd+1';
const secrets = sortSecrets([
  { name: 'password', value: secret },
  { name: 'short', value: 'abc' },
  { name: 'token', value: 'tok-12345' },
  { name: 'link', value: 'https://a.example?t=tok-12345' },
]);

describe('redactText', () => {
  const cases: [name: string, text: string, expected: string][] = [
    ['as it is', `x ${secret} y`, 'x ‹secret:password› y'],
    ['inside JSON', JSON.stringify({ p: secret }), '{"p":"‹secret:password›"}'],
    ['in a URL', `?p=${encodeURIComponent(secret)}`, '?p=‹secret:password›'],
    ['in a form', `p=${new URLSearchParams([['', secret]]).toString().slice(1)}`, 'p=‹secret:password›'],
    ['in base64', btoa(secret), '‹secret:password›'],
    ['inside a longer secret', 'https://a.example?t=tok-12345', '‹secret:link›'],
    ['too short to be searched for', 'abc', 'abc'],
  ];
  for (const [name, text, expected] of cases) {
    it(`masks a secret ${name}`, () => assert.equal(redactText(text, secrets), expected));
  }
});

describe('redactHeaders', () => {
  it('masks by name and by value', () => {
    const headers = { authorization: 'Basic eHg=', cookie: 'a=b', 'x-request': 'of tok-12345', accept: '*/*' };
    assert.deepEqual(redactHeaders(headers, secrets), {
      authorization: 'Basic ‹secret:authorization›',
      cookie: '‹secret:cookie›',
      'x-request': 'of ‹secret:token›',
      accept: '*/*',
    });
  });
});
