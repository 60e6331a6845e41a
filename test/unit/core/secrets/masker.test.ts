import assert from 'node:assert/strict';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { sortSecrets } from '../../../../src/core/secrets/sortSecrets';
import { createEnvelope } from '../../fixtures/testProvider';

const secret = 'p"ss w\\rd+1/é';
const masker = maskerOf(
  sortSecrets([
    { name: 'password', value: secret },
    { name: 'short', value: 'abc' },
    { name: 'word', value: 'password' },
    { name: 'token', value: 'tok-12345' },
    { name: 'word', value: 'recipientEmail' },
    { name: 'word', value: 'signer_1' },
    { name: 'link', value: 'https://a.example?t=tok-12345' },
  ]),
  undefined,
);

describe('Secrets of a form that was sent', () => {
  for (const word of ['true', 'false', 'null', 'undefined', '1', 'password']) {
    it(`are masked by their place, whatever they are: ${word}`, () => {
      const { text } = maskerOf([], createEnvelope).body(`grant_type=password&password=${word}&scope=${word}`, {
        side: 'request',
      });
      assert.equal(text, `grant_type=password&password=‹secret:password›&scope=${word}`);
    });
  }
});

describe('Secrets in texts', () => {
  const json = JSON.stringify(secret).slice(1, -1);
  const bytes = new TextEncoder().encode(secret);
  const base64 = Buffer.from(secret).toString('base64');
  const cases: [name: string, text: string, expected: string][] = [
    ['as it is', `x ${secret} y`, 'x ‹secret:password› y'],
    ['as JavaScript escapes it', `x ${json} y`, 'x ‹secret:password› y'],
    ['as PHP escapes it', `x ${json.replace('/', '\\/').replace('é', '\\u00e9')}`, 'x ‹secret:password›'],
    ['as .NET escapes it', `x ${json.replace('+', '\\u002B').replace('\\"', '\\u0022')}`, 'x ‹secret:password›'],
    ['in JSON within JSON', `x ${JSON.stringify(json).slice(1, -1)} y`, 'x ‹secret:password› y'],
    ['in a URL', `?p=${encodeURIComponent(secret)}&x`, '?p=‹secret:password›&x'],
    ['in a URL in lower case', `?p=${encodeURIComponent(secret).toLowerCase()}`, '?p=‹secret:password›'],
    ['encoded twice', `?p=${encodeURIComponent(encodeURIComponent(secret))}`, '?p=‹secret:password›'],
    ['in a form', `p=${new URLSearchParams([['', secret]]).toString().slice(1)}`, 'p=‹secret:password›'],
    ['in a page', '<b>p&quot;ss w\\rd&#43;1&#x2F;&#233;</b>', '<b>‹secret:password›</b>'],
    ['in base64', `=${base64}`, `=‹secret:password›${/=*$/.exec(base64)?.[0]}`],
    ['in base64 for URLs', `(${Buffer.from(secret).toString('base64url')})`, '(‹secret:password›)'],
    ['in hexadecimal digits', `<${Buffer.from(bytes).toString('hex')}>`, '<‹secret:password›>'],
    ['in hexadecimal capitals', `<${Buffer.from(bytes).toString('hex').toUpperCase()}>`, '<‹secret:password›>'],
    ['inside a longer secret', 'https://a.example?t=tok-12345', '‹secret:link›'],
    ['too short to be searched for', 'abc', 'abc'],
    ['that is a word like any other', 'Enter the password.', 'Enter the password.'],
    [
      'in addresses as the password of a user',
      'at https://me:hush@a.example/x, ftp://:hush@a.example and https://me:{password}@a.example:8080/x@y',
      'at https://me:‹secret:password›@a.example/x, ftp://:‹secret:password›@a.example and https://me:{password}@a.example:8080/x@y',
    ],
    ['twice', 'tok-12345 tok-12345', '‹secret:token› ‹secret:token›'],
    ['as web tokens side by side', 'eyJabcdefgh.abcd,eyJabcdefgh.abcd', '‹secret:token›,‹secret:token›'],
  ];
  for (const [name, text, expected] of cases) {
    it(`are masked ${name}`, () => assert.equal(masker.text(text), expected));
  }

  it('are masked in base64 together with a user, at each of the three places', () => {
    for (const user of ['', 'a', 'ab', 'abc']) {
      const masked = masker.text(Buffer.from(`${user}:${secret}:x`).toString('base64'));
      assert.ok(!Buffer.from(masked, 'base64').toString().includes(secret.slice(2, 8)), masked);
      assert.match(masked, /‹secret:password›/);
    }
  });
});

describe('Secrets in headers', () => {
  it('are masked under names that have a word of secrets among others', () => {
    const secret = `x-jwt x-forwarded-authorization x-csrf-token x-refresh-token x-token-value x-forwarded-access-token
      cf-access-jwt-assertion private-token x-amz-security-token x-auth-cookie-value x-amz-signature-v4 csrf-token`;
    for (const name of secret.split(/\s+/)) {
      assert.deepEqual(masker.headers({ [name]: 'a b' }), { [name]: `‹secret:${name}›` });
    }
    const plain = `www-authenticate access-control-allow-headers x-ratelimit-remaining-tokens token-expires x-token-type
      x-session-timeout x-request-id sec-websocket-key-count etag content-type x-signature-algorithm idempotency-key`;
    for (const name of plain.split(/\s+/)) assert.deepEqual(masker.headers({ [name]: 'a1' }), { [name]: 'a1' });
    const location = { location: 'https://a.example/x;jsessionid=A1b2', link: '</x;PHPSESSID=A1b2>; rel=next' };
    assert.deepEqual(masker.headers(location), {
      location: 'https://a.example/x;jsessionid=‹secret:jsessionid›',
      link: '</x;PHPSESSID=‹secret:PHPSESSID›>; rel=next',
    });
  });

  it('are masked by name and by value', () => {
    const headers = { authorization: 'Basic eHg=', cookie: 'a=b', 'x-request': 'of tok-12345', accept: '*/*' };
    const others = { 'x-hub-signature': 'sha1=1', 'x-api-key': 'k', 'x-request-id': '7f' };
    assert.deepEqual(masker.headers({ ...headers, ...others }), {
      authorization: 'Basic ‹secret:authorization›',
      cookie: '‹secret:cookie›',
      'x-request': 'of ‹secret:token›',
      accept: '*/*',
      'x-hub-signature': '‹secret:x-hub-signature›',
      'x-api-key': '‹secret:x-api-key›',
      'x-request-id': '7f',
    });
  });
});

describe('Secrets in JSON', () => {
  const link = 'https://sign.example/s?access_token=aB3';
  const cases: [name: string, text: string, expected: string][] = [
    [
      'by their names',
      '{"access_token":"a","Client-Secret":"b2c","PIN":1234}',
      '{"access_token":"‹secret:access_token›","Client-Secret":"‹secret:Client-Secret›","PIN":"‹secret:PIN›"}',
    ],
    [
      'below their names',
      '{"token":{"type":"bearer","value":"x","expires_in":5}}',
      '{"token":{"type":"bearer","value":"‹secret:token›","expires_in":5}}',
    ],
    [
      'as the address in an object that is a link, and not as one of where a token is used',
      '{"signingUrl":{"url":"https://a.example/s/1"},"token":{"url":"https://a.example/t"}}',
      '{"signingUrl":{"url":"‹secret:signingUrl›"},"token":{"url":"https://a.example/t"}}',
    ],
    [
      'in lists',
      '{"signingLinks":["/s/1","s.example/2",null]}',
      '{"signingLinks":["‹secret:signingLinks›","‹secret:signingLinks›",null]}',
    ],
    [
      'as links with a key, also relative and without a scheme',
      `["${link}","/s?token=x","s.example/?jwt=x"]`,
      '["‹secret:link›","‹secret:link›","‹secret:link›"]',
    ],
    ['as links with a key under any name', `{"href":"${link}"}`, '{"href":"‹secret:href›"}'],
    ['as web tokens', '{"x":"eyJhbGciOi.eyJzdWIi.c2ln"}', '{"x":"‹secret:x›"}'],
    ['within texts', '{"x":"Authorization: Bearer abcdef123"}', '{"x":"Authorization: Bearer ‹secret:Authorization›"}'],
    ['within texts of JSON', '{"x":"{\\"token\\":\\"a\\"}"}', '{"x":"{\\"token\\":\\"‹secret:token›\\"}"}'],
    [
      'but codes, facts and messages stay',
      '{"code":65582,"token":"is not valid","token_type":"Bearer","code2":"a"}',
      '{"code":65582,"token":"is not valid","token_type":"Bearer","code2":"a"}',
    ],
    [
      'and a secret that is a word stays elsewhere',
      '{"status":"password","password":"password"}',
      '{"status":"password","password":"‹secret:password›"}',
    ],
    [
      'in names of members, also of a body that was taken for a form',
      '{"tok-12345":1,"{\\"password\\":\\"aB3c\\"}":"","https://a.example/?token=x":[2]}',
      '{"‹secret:token›":1,"{\\"password\\":\\"‹secret:password›\\"}":"","‹secret:key›":[2]}',
    ],
    [
      'but names stay that secrets are called like',
      '{"password":1,"recipientEmail":2,"signer_1":3}',
      '{"password":"‹secret:password›","recipientEmail":2,"signer_1":3}',
    ],
    [
      'and digits stay as they were written',
      '{"a":1.0,"a":12345678901234567890,"b":"\\u00e9"}',
      '{"a":1.0,"a":12345678901234567890,"b":"\\u00e9"}',
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(`are masked ${name}`, () => assert.equal(masker.body(text, { side: 'reply' }).text, expected));
  }
});
