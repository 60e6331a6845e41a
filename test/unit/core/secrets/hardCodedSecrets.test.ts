import assert from 'node:assert/strict';
import * as z from 'zod';
import { defineOperation } from '../../../../src/core/operation';
import { hardCodedIssues, hardCodedSecrets, isKeyOrToken } from '../../../../src/core/secrets/hardCodedSecrets';
import { fromCredential } from '../../../../src/kit/fields';
import type { JsonValue } from '../../../../src/protocol/json';

const operation = defineOperation({
  id: 'parcel/get-token',
  title: 'Get token',
  summary: 'Gets one.',
  method: 'POST',
  path: '/token',
  docs: 'https://parcel.example',
  authorization: 'client',
  request: {
    body: z
      .object({
        clientId: fromCredential('clientId', 'Client', 'Client.'),
        secret: fromCredential('clientSecret', 'Secret', 'Secret.', { secret: true }),
        code: z.string().meta({ secret: true }),
        file: z.string().meta({ widget: 'fileBase64' }),
      })
      .partial()
      .loose(),
  },
  replies: {},
  examples: [],
});

const webToken = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop';
const key = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----';

const secret: readonly (readonly [name: string, body: JsonValue, pointer: string])[] = [
  ['a secret of the connection', { secret: 'hunter2' }, '/body/secret'],
  ['a key where a secret belongs', { code: 'k3yk3yk3yk3yk3yk3y42' }, '/body/code'],
  ['a web token anywhere', { note: webToken }, '/body/note'],
  ['a token behind its scheme', { headers: [{ value: `Bearer ${webToken}` }] }, '/body/headers/0/value'],
  ['an opaque token behind its scheme', { value: 'Bearer 0123456789abcdef0123456789abcdef' }, '/body/value'],
  ['a private key', { pem: key }, '/body/pem'],
];

const harmless: readonly (readonly [name: string, body: JsonValue])[] = [
  ['a reference', { secret: '{{credentials.clientSecret}}', code: '{{code}}' }],
  ['a name of an account', { clientId: 'client-0123456789abcdef' }],
  ['nothing', { secret: '', code: '' }],
  ['what a signer types', { code: 'letmein' }],
  ['ids', { id: '016c8d15f909003085ed074a06236bc50bb3e1c3', other: '8a6b1c2d-3e4f-4a6b-8c8d-9e0f5f1c0a9b' }],
  ['hashes', { sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }],
  ['a document in base64', { file: webToken, content: 'JVBERi0xLjQKJcOkw7zDtsOfCjIgMCBvYmoKPDwvTGVuZ3RoIDMgMCBS' }],
  ['JSON in base64', { data: 'eyJlbWFpbCI6ImFubmFAZXhhbXBsZS5jb20iLCJvcmRlciI6MX0=' }],
  ['a data URI', { picture: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ' }],
  ['a certificate', { pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' }],
  ['a sentence', { message: 'Bearer of good news, please sign the secret agreement.' }],
];

describe('Secrets that stand in a file', () => {
  for (const [name, body, pointer] of secret) {
    it(`are found: ${name}`, () => {
      assert.deepEqual(
        hardCodedSecrets(operation, { body }).map((one) => one.pointer),
        [pointer],
      );
    });
  }

  for (const [name, body] of harmless) {
    it(`are not ${name}`, () => assert.deepEqual(hardCodedSecrets(operation, { body }), []));
  }

  it('are found among variables, by name and value', () => {
    const opaque = '0123456789abcdef0123456789abcdef';
    assert.ok(isKeyOrToken('anything', webToken) && isKeyOrToken('api_key', opaque));
    assert.ok(!isKeyOrToken('document', opaque) && !isKeyOrToken('token', 'short') && !isKeyOrToken('token', '{{x}}'));
  });

  it('are told with what to write, and not quoted', () => {
    const [own, other] = hardCodedIssues(hardCodedSecrets(operation, { body: { secret: 'hunter2', note: webToken } }));
    assert.match(own?.message ?? '', /Write \{\{credentials\.clientSecret\}\} and keep it with the credentials/);
    assert.match(other?.message ?? '', /Put a variable in its place/);
    assert.doesNotMatch(JSON.stringify([own, other]), /hunter2|eyJ/);
  });
});
