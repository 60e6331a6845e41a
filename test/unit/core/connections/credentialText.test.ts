import assert from 'node:assert/strict';
import { readCredential } from '../../../../src/core/connections/credentialText';

describe('readCredential', () => {
  const faulty: readonly (readonly [text: string, fault: RegExp])[] = [
    ['Bearer tok-0123456789', /"Bearer"/],
    ['bearer  tok-0123456789\n', /"Bearer"/],
    ['Basic dXNlcjpwYXNz', /"Bearer"/],
    ['"tok-0123456789"', /quotes/],
    ["'tok-0123456789'", /quotes/],
    ['\u201Ctok-0123456789\u201D', /quotes/],
    ['tok-012\n3456789', /line break/],
    ['tok\u0000', /control character/],
    ['tok-\u200B0123', /nobody sees/],
    ['<token>', /placeholder/],
    ['{token}', /placeholder/],
    ['YOUR_API_KEY', /placeholder/],
    ['your-token-here', /placeholder/],
    [`\${TOKEN}`, /placeholder/],
    ['%TOKEN%', /placeholder/],
    ['undefined', /placeholder/],
    ['{{token}}', /variable/],
    ['$SIGN_TOKEN', /variable/],
    ['$env:SIGN_TOKEN', /variable/],
    ['Authorization: Bearer tok-0123456789', /header/],
    ['ESIGN_ACME_TOKEN=tok-0123456789', /its variable/],
    ['tok-0123456789;', /separated/],
    ['tok-0123456789,', /separated/],
    ['tok-\u043E0123', /no token or key/],
    ['tok-0123 456789', /no token or key/],
  ];
  for (const [text, fault] of faulty) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const read = readCredential('token', text);
      assert.match(read.fault ?? '', fault);
      assert.ok(!read.fault?.includes('0123'));
    });
  }

  const meant: readonly (readonly [field: string, text: string, value: string])[] = [
    ['token', ' tok-0123456789\r\n', 'tok-0123456789'],
    ['token', '\uFEFFtok', 'tok'],
    ['clientSecret', 'a"b', 'a"b'],
    ['token', 'Bearer', 'Bearer'],
    ['password', '"<YOUR_password>"', '"<YOUR_password>"'],
    ['password', '{{p}}', '{{p}}'],
    ['token', '', ''],
    ['apiKey', 'a$B+/=~.', 'a$B+/=~.'],
    ['clientSecret', 'ü b;', 'ü b;'],
  ];
  for (const [field, text, value] of meant) {
    it(`takes ${JSON.stringify(text)} for a ${field}`, () => assert.deepEqual(readCredential(field, text), { value }));
  }
});
