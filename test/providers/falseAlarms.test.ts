import assert from 'node:assert/strict';
import { rewriteJson } from '../../src/core/json/rewriting/rewriteJson';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { errorsBeside } from '../../src/core/replies/judging/errorsBeside';
import { isSuccess } from '../../src/core/replies/judging/success';
import { hardCodedSecrets } from '../../src/core/secrets/hardCodedSecrets';
import { isMasked } from '../../src/core/secrets/mask';
import { maskerOf } from '../../src/core/secrets/masker';
import type { Side } from '../../src/core/secrets/names/secretNames';
import type { JsonValue } from '../../src/protocol/json';
import { providers } from '../../src/providers';
import { operationCases, readCaseFiles } from './caseFiles';
import { sampleReply } from './sampleReply';
import { sampleOf } from './secretSamples';

const registry = new ProviderRegistry(providers);

/** What anybody may read, under names that make a secret of what looks like one. */
const harmless: Readonly<Record<string, JsonValue>> = {
  code: 65582,
  error: { code: 'invalid_grant', key: 'role-id-taken', messageKey: 'error.validation.tokenMissing' },
  errors: [{ code: 'package-not-modifiable', message: 'Invalid token: expired' }, { password: ['must not be empty'] }],
  status: 'token',
  type: 'password',
  token_type: 'Bearer',
  expires_in: 3600,
  tokenExpiry: '2026-11-01T10:00:00Z',
  passwordRequired: 'true',
  tokens: 12,
  id: '016c8d15f909003085ed074a06236bc50bb3e1c3',
  sessionId: '5e551011-0000-4000-8000-000000000002',
  key: 'name',
  created: '2026-11-01T10:00:00Z',
  url: 'https://api.example/documents/016c8d15f909003085ed074a06236bc50bb3e1c3?page=2&per_page=10',
  signature: null,
  auth_method: 'password',
};

describe('What anybody may read', () => {
  it('stays readable under names that secrets have, too', () => {
    assert.deepEqual(maskedNames(harmless, undefined, 'reply'), []);
  });

  it('stays readable in texts of errors', async () => {
    for (const id of registry.ids) {
      const provider = await registry.provider(id);
      for (const { message, meaning, nextStep } of provider?.failures ?? []) {
        for (const text of [message, meaning, nextStep]) assert.equal(maskerOf([], undefined).text(text), text);
      }
    }
  });

  it('is no key that stands in a file by mistake, in any example', async () => {
    for (const id of registry.ids) {
      const provider = await registry.provider(id);
      for (const operation of provider?.operations ?? []) {
        for (const { title, path, query, body } of operation.examples) {
          const values = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
          assert.deepEqual(hardCodedSecrets(operation, values), [], `${operation.id}, ${title}`);
        }
      }
    }
  });

  it('is all but the documented secrets of requests and replies', async () => {
    const masked = new Set<string>();
    for (const id of registry.ids) {
      const provider = await registry.provider(id);
      assert.ok(provider);
      for (const [operation, side, value] of documents(provider)) {
        for (const name of maskedNames(value, operation, side)) masked.add(`${side} ${name}`);
      }
    }
    assert.deepEqual([...masked].sort(), [
      'reply ReturnValue',
      'reply X-Secret',
      'reply accessToken',
      'reply access_token',
      'reply answer',
      'reply approval_link',
      'reply authorization',
      'reply bearerToken',
      'reply clientSecret',
      'reply embeddedSigningUrl',
      'reply key',
      'reply link',
      'reply password',
      'reply payload',
      'reply pending_invite_link',
      'reply refresh_token',
      'reply secret_key',
      'reply signature_link',
      'reply url',
      'reply value',
      'request AccessCode',
      'request Password',
      'request Refresh_Token',
      'request X-Yousign-Custom-Header',
      'request answer',
      'request bearerToken',
      'request code',
      'request document_download_id',
      'request float_head',
      'request int_head',
      'request key',
      'request otp',
      'request password',
      'request payload',
      'request refresh_token',
      'request secret_key',
      'request string_head',
      'request value',
    ]);
  });
});

describe('What is documented of a success', () => {
  it('holds no errors beside its data', async () => {
    const bodies = (await registry.all()).flatMap(successesOf);
    for (const [name, body] of bodies) assert.deepEqual(errorsBeside(body), [], name);
    assert.ok(bodies.length > 50);
  });
});

/** With everything in it that may be there, and as the cases have it. */
function successesOf({ id, operations }: Provider): readonly (readonly [name: string, body: unknown])[] {
  const documented = operations.flatMap((operation) =>
    Object.entries(operation.replies)
      .filter(([status]) => isSuccess(Number(status)))
      .map(([status, schema]) => [`${operation.id} ${status}`, sampleReply(schema)] as const),
  );
  const seen = operationCases(readCaseFiles(id)).flatMap(({ operation, reply }) =>
    isSuccess(reply?.status ?? 0) ? [[operation, reply?.body] as const] : [],
  );
  return [...documented, ...seen];
}

function* documents(provider: Provider): Generator<readonly [Operation, Side, JsonValue]> {
  for (const operation of provider.operations) {
    for (const schema of Object.values(operation.replies)) {
      yield [operation, 'reply', sampleOf(schema, () => 'S3cret/of+the-reply')];
    }
    for (const { path = {}, query = {}, body = null } of operation.examples)
      yield [operation, 'request', { path, query, body }];
  }
  const cases = operationCases(readCaseFiles(provider.id));
  for (const { operation: name, reply, values } of cases) {
    const operation = provider.operations.find(({ id }) => id === name);
    assert.ok(operation);
    if (reply?.body !== undefined) yield [operation, 'reply', reply.body];
    if (values?.body !== undefined) yield [operation, 'request', values.body];
  }
}

/** Of members, and of members around items. */
function maskedNames(value: JsonValue, operation: Operation | undefined, side: Side): readonly string[] {
  const names: string[] = [];
  const { text } = maskerOf([], operation).body(JSON.stringify(value), { side });
  rewriteJson(text, (place) => {
    const name = place.path().findLast((key) => typeof key === 'string');
    // `$matches` stands for any value that fits.
    if (isMasked(place.value) && typeof name === 'string' && name !== '$matches') names.push(name);
    return undefined;
  });
  return names;
}
