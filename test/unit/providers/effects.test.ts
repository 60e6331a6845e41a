import assert from 'node:assert/strict';
import type { RequestValues } from '../../../src/core/operation';
import { ProviderRegistry } from '../../../src/core/registry';
import { effectsOf, recipientsIn } from '../../../src/core/sending/asking/mayBeSent';
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

  it('tells of people whom only the API knows, wherever a request names nobody', async () => {
    let unnamed = 0;
    for (const operation of (await registry.all()).flatMap(({ operations }) => operations)) {
      for (const { path, query, body } of operation.examples) {
        const values = { path, query, body } as RequestValues;
        const effects = effectsOf(operation, values);
        if (!effects.includes('mailsPeople') || recipientsIn(values).length > 0) continue;
        unnamed += 1;
        // Beside an address that stands there by chance.
        const beside = { ...values, query: { ...values.query, beside: 'ben@example.com' } };
        // What is made of nothing reaches nobody.
        const isEmpty = body !== undefined && Object.keys(body as object).length === 0;
        assert.ok(isEmpty || effectsOf(operation, beside).includes('mailsOnRecord'), operation.id);
      }
    }
    assert.ok(unnamed > 0);
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
