import assert from 'node:assert/strict';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { secretsOfReply } from '../../../../src/core/secrets/secretValues';
import type { JsonValue } from '../../../../src/protocol/json';
import { parcel } from '../sending/parcelProvider';

const token = 'aB3dE5fG7hJ9kL1mN';
const operation = parcel.operations[0];
const masker = maskerOf([], undefined);

/** Where a secret's name is a value itself. */
const trees: Readonly<Record<string, JsonValue>> = {
  'a list of headers': [{ name: 'Authorization', value: token }],
  'a list of headers of an archive': {
    log: { entries: [{ request: { headers: [{ name: 'X-JWT', value: token }] } }] },
  },
  'key and value': [{ key: 'access_token', value: token }],
  'key and value in capitals': { Parameters: [{ Key: 'DB_PASSWORD', Value: 'abc' }] },
  'name and content': { name: 'api-key', content: token },
  'with other names beside': { id: 'field-1', key: 'k1', name: 'access_token', value: token },
  'the value first': { value: token, type: 'text', name: 'client_secret' },
  values: { name: 'Set-Cookie', values: ['a=1', 'b=2'] },
  'a rejected value': { errors: [{ field: 'password', value: 'hunter2' }] },
  pairs: [
    ['accept', '*/*'],
    ['access_token', token],
  ],
  'pairs with a short one': { form: [['password', 'hunter2!']] },
  'names and values in turns': { rawHeaders: ['Accept', '*/*', 'X-Api-Key', token] },
  'members of a map': { tokens: { abc1: token, 'client-1': token, user_id: token, david: token } },
  'members of a map of lists': { secrets: { a1b2: [token] } },
};

const readable: readonly JsonValue[] = [
  [
    { name: 'Content-Type', value: 'application/json' },
    { header: 'id', value: token },
  ],
  { name: 'password', value: true, values: [null], type: 'text' },
  { name: 'password', value: 'must not be empty', label: 'Your password' },
  { name: 'token', value: 12 },
  { name: 'signature', value: 'Anna Smith', content: 'signature_1' },
  { name: 'code', value: 'document-not-found-v1' },
  { name: 'tokenType', value: 'Bearer' },
  { name: 'password', description: 'abc123', id: 'a1', pattern: '[a-z]{8}' },
  { name: 'x-ratelimit-remaining-tokens', value: 'a12' },
  {
    required: ['password', 'email'],
    oneOf: [
      ['password', 'email'],
      ['token', 'code'],
    ],
  },
  ['token', 'oauth2', 'session', 'api_key', 'id1'],
  [
    ['token', 12],
    ['password', null],
  ],
  { tokens: { type: 'bearer', id: '016c8d15f909003085ed074a06236bc50bb3e1c3', status: 'active1', user_name: 'Anna' } },
  { list: [{ value: 'a1' }, { name: 'password' }] },
  { name: { password: { name: 'x' } }, value: 'b1' },
];

describe('Secrets whose names are values', () => {
  for (const [name, tree] of Object.entries(trees)) {
    for (const [side, text] of [
      ['whole', JSON.stringify(tree)],
      ['with escapes', JSON.stringify(tree).replace(/[a-z](?=[^"]*"[,:\]])/gi, unicode)],
      ['pretty', JSON.stringify(tree, undefined, 2)],
      ['in a text of JSON', JSON.stringify({ payload: JSON.stringify(tree) })],
      ['broken', `${JSON.stringify(tree)},,`],
      ['behind a prefix', `)]}'\n${JSON.stringify(tree)}`],
    ] as const) {
      it(`are masked: ${name}, ${side}`, () => {
        const masked = masker.body(text, { side: 'reply' }).text;
        for (const secret of [token, 'hunter2', '"abc"', 'a=1', 'b=2']) assert.ok(!masked.includes(secret), masked);
        assert.match(masked, /‹secret:/);
      });
    }
    it(`are known from then on: ${name}`, () => {
      assert.ok(secretsOfReply(operation, tree).length > 0);
    });
  }

  for (const tree of readable) {
    it(`are no secrets: ${JSON.stringify(tree)}`, () => {
      const text = JSON.stringify(tree);
      assert.equal(masker.body(text, { side: 'reply' }).text, text);
      assert.deepEqual(secretsOfReply(operation, tree), []);
    });
  }

  it('are looked for in the time of the text, however many members an object has', () => {
    const text = `{"a":"${'x'.repeat(1_000_000)}"${',"value":"y"'.repeat(100_000)},"name":"password"}`;
    assert.equal(masker.body(text, { side: 'reply' }).text, text);
    const nested = `${'{"value":"y","a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    assert.equal(masker.body(nested, { side: 'reply' }).text, nested);
  });
});

const markup: readonly string[] = [
  `<input name="access_token" value="${token}">`,
  `<input type="hidden" value='${token}' name='access_token'/>`,
  `<input\n  id="field-1"\n  value="${token}"\n  name="__RequestVerificationToken"\n>`,
  `<input name="access_token" id="field-1" class="a b" value="${token}">`,
  `<meta name="csrf-token" content="${token}">`,
  `<meta content="${token}" name="csrf-token">`,
  `<add key="ApiKey" value="${token}" />`,
  `<string name="api_key">${token}</string>`,
  `<member><name>access_token</name>\n<value>${token}</value></member>`,
  `<access_token>${token}<b</access_token>`,
  `<access_token>a<${token}</access_token>`,
  `<access_token>a<${token}`,
  `<access_token><![CDATA[<${token}]]></access_token>`,
  `&lt;input name=&quot;access_token&quot; value=&quot;${token}&quot;&gt;`,
  `name=access_token&value=${token}`,
  `[{name: 'Authorization', value: '${token}'}]`,
  `- name: DB_PASSWORD\n  value: ${token}\n`,
  `at https://a.example/x;jsessionid=${token} now`,
  `<a href="/x;jsessionid=${token}">`,
];

const plainMarkup: readonly string[] = [
  '<input name="email" value="aB3dE5fG7hJ9kL1mN"><input name="password" value="">',
  '<input name="password"><input name="city" value="Berlin1">',
  '<meta name="description" content="token12"><meta name="viewport" content="width=1">',
  '<a name="password">Password1</a> <label id="token">Your token 1</label>',
  '<name>city</name><value>Berlin1</value>',
  '<p>a<b and c</p><access_token></access_token><td>x1</td>',
  'name: city, value: Berlin1; name: Token, key: value',
  "[{name: 'password'}, {value: 'Berlin1'}]",
  '<option value="Berlin1">Name: Token</option>',
];

describe('Secrets whose names are values in markup and other texts', () => {
  for (const text of markup) {
    it(`are masked: ${text}`, () => {
      for (const one of [text, `<p>x</p>${text}`]) {
        const masked = masker.body(one, { side: 'reply' }).text;
        assert.ok(!masked.includes(token), masked);
        assert.equal(masker.body(masked, { side: 'reply' }).text, masked);
      }
    });
  }

  for (const text of plainMarkup) {
    it(`are no secrets: ${text}`, () => assert.equal(masker.body(text, { side: 'reply' }).text, text));
  }

  it('are looked for in the time of the text', () => {
    for (const piece of [
      '<name><![CDATA[',
      '<name>a<',
      'name="',
      "value='",
      'name=value=',
      '<token>',
      '<a name=token ',
    ]) {
      assert.equal(typeof masker.body(piece.repeat(150_000), { side: 'reply' }).text, 'string');
    }
  });
});

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
