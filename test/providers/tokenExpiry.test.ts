import assert from 'node:assert/strict';
import type { Credentials } from '../../src/core/auth';
import { replyText } from '../../src/core/http';
import type { Call } from '../../src/core/operation';
import { ProviderRegistry } from '../../src/core/registry';
import { deliveryAddress } from '../../src/core/webhooks/deliveryAddress';
import { createHttpClient } from '../../src/node/http/httpClient';
import { openClient } from '../../src/package/client';
import { startPackageEmulators } from '../../src/package/startEmulators';
import type { ProviderId } from '../../src/package/types/operations.js';
import { providers } from '../../src/providers';

const registry = new ProviderRegistry(providers);
const http = createHttpClient();

/* A token lasts as long as its reply says, by the clock of the emulator, and the fault answers as its end does. */

describe('A token of an emulator', () => {
  for (const { id } of registry.entries.filter(({ rung }) => rung === 'emulated')) {
    it(`${id}: is taken until its time has run out, and refused from then on as by the fault`, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      const { auth, operations } = provider;
      const { acquire } = auth;
      if (acquire === undefined) return;
      let time = Date.UTC(2030, 0, 1);
      const emulators = await startPackageEmulators({ providers: [id as ProviderId], clock: () => time });
      try {
        const address = emulators[id as ProviderId];
        assert.ok(address);
        const client = openClient(emulators, { confirm: () => true });
        const credentials = { ...address.credentials };
        const send = client.call as (operation: string, values: object) => Promise<unknown>;
        let isSaid = false;
        const call: Call = async (called, values, given = credentials) => {
          const reply = await send(called, filled(values, given));
          isSaid ||= JSON.stringify(reply).includes('"expires_in"');
          return reply;
        };
        const token = await acquire(credentials, call, time);
        const operation = operations.find(({ authorization = 'token' }) => authorization === 'token');
        assert.ok(operation);
        const ask = async () => {
          const headers = await auth.authorize('token', { credentials, token: async () => token, call });
          const to = deliveryAddress(`${address.baseUrl}${operation.path.replaceAll(/\{\w+\}/g, 'x')}`);
          assert.ok(to.kind === 'address');
          const outcome = await http.send(
            { method: operation.method, url: to.url, headers, body: undefined },
            { connectTimeoutMs: 20_000, totalTimeoutMs: 20_000, maxBytes: 100_000, larger: 'cut' },
          );
          assert.ok(outcome.kind === 'replied');
          return outcome.reply;
        };
        assert.equal(auth.isTokenRejected(await ask()), false, 'it is good');
        await emulators.fault(id as ProviderId, { effect: 'expiredToken', operation: operation.id });
        const fault = await ask();
        assert.equal(auth.isTokenRejected(fault), true, 'the fault refuses it');
        assert.equal(auth.isTokenRejected(await ask()), false, 'once');
        if (token.expiresAt === undefined) return;
        time = token.expiresAt - 1;
        assert.equal(auth.isTokenRejected(await ask()), false, 'a moment before its end');
        // Where no reply says how long it lives, the product uses it for a shorter time than it is taken.
        const latest = token.expiresAt + (isSaid ? 0 : 5 * 60_000);
        for (time = token.expiresAt; time < latest && !auth.isTokenRejected(await ask()); ) time += 30_000;
        const ended = await ask();
        assert.equal(auth.isTokenRejected(ended), true, 'at its end');
        assert.deepEqual([ended.status, replyText(ended)], [fault.status, replyText(fault)]);
      } finally {
        await emulators.close();
      }
    });
  }
});

/** With the credentials that the values of a token call refer to. */
function filled(values: object, credentials: Credentials): object {
  const text = JSON.stringify(values).replaceAll(/\{\{credentials\.(\w+)\}\}/g, (_, name: string) =>
    JSON.stringify(credentials[name] ?? '').slice(1, -1),
  );
  return JSON.parse(text);
}
