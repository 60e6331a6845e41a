import assert from 'node:assert/strict';
import { emulatorConnection } from '../../../../../src/core/connections/connection';
import { toCurl } from '../../../../../src/core/portable/snippets/curl';
import { unsentRequest } from '../../../../../src/core/portable/snippets/unsentRequest';
import { ProviderRegistry } from '../../../../../src/core/registry';
import { isMasked } from '../../../../../src/core/secrets/mask';
import { providers } from '../../../../../src/providers';

const readFile = async (name: string) => ({ kind: 'read' as const, name, bytes: new Uint8Array([1]) });

describe('A request as it would be sent', () => {
  it('is whole for every example, without any credential', async () => {
    for (const provider of await new ProviderRegistry(providers).all()) {
      const connection = emulatorConnection(provider, 'http://127.0.0.1:4010');
      for (const operation of provider.operations) {
        for (const { title: _title, source: _source, ...values } of operation.examples) {
          const request = { operation: operation.id, connection: connection.id, ...values };
          const built = await unsentRequest({ provider, operation, connection }, request, readFile);
          assert.ok(!('kind' in built), `${operation.id}: ${JSON.stringify(built)}`);
          assert.equal(built.method, operation.method);
          const isAuthorized = 'authorization' in built.headers;
          assert.ok(!isAuthorized || isMasked(built.headers['authorization']), operation.id);
          assert.equal(isAuthorized || operation.authorization !== undefined, true, operation.id);
          assert.doesNotMatch(toCurl(built), /\{\{credentials\./, operation.id);
        }
      }
    }
  });
});
