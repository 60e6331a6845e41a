import assert from 'node:assert/strict';
import type { RequestValues } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import { effectsOf } from '../../../src/core/sending/mayBeSent';
import type { JsonValue } from '../../../src/protocol/json';
import { providers } from '../../../src/providers/index';

const registry = new ProviderRegistry(providers);

describe('What a call does to others', () => {
  it('does not depend on the case of what is written: a server may not mind it', async () => {
    let stated = 0;
    for (const operation of (await registry.all()).flatMap(({ operations }) => operations)) {
      for (const { path, query, body } of operation.examples) {
        const values = { path, query, body } as RequestValues;
        const effects = effectsOf(operation, values);
        stated += effects.length;
        for (const respell of [upper, lower]) {
          const missing = effects.filter(
            (one) => !effectsOf(operation, { ...values, body: respelt(body, respell) }).includes(one),
          );
          assert.deepEqual(missing, [], operation.id);
        }
      }
    }
    assert.ok(stated > 0);
  });
});

const upper = (text: string) => text.toUpperCase();
const lower = (text: string) => text.toLowerCase();

function respelt(body: unknown, respell: (text: string) => string): JsonValue {
  const text = JSON.stringify(body ?? null, (_key, value: unknown) =>
    typeof value === 'string' ? respell(value) : value,
  );
  return JSON.parse(text) as JsonValue;
}
