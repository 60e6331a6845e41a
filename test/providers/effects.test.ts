import assert from 'node:assert/strict';
import type { Operation, RequestValues } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { effectsAt, effectsOf } from '../../src/core/sending/asking/effects';
import { recipientsIn } from '../../src/core/sending/asking/mayBeSent';
import type { JsonValue } from '../../src/protocol/json';
import { providers } from '../../src/providers/index';

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

  it('tells of what a body of another call at the same address does', async () => {
    let shared = 0;
    for (const [provider, other, sibling] of calledAlike(await registry.all())) {
      for (const { body } of other.examples) {
        const values = { body } as RequestValues;
        const [own, told] = [effectsOf(other, values), effectsAt(provider, sibling, values)];
        const missing = own.filter((effect) => !told.includes(effect));
        assert.deepEqual(missing, [], sibling.id);
        shared += own.length;
      }
    }
    assert.ok(shared > 0);
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

/** Calls whose effects depend on their values, beside each other call at their address. */
function calledAlike(all: readonly Provider[]): readonly (readonly [Provider, Operation, Operation])[] {
  return all.flatMap((provider) =>
    provider.operations
      .filter(({ effects }) => typeof effects === 'function')
      .flatMap((other) => {
        const alike = provider.operations.filter(
          (one) => one !== other && one.method === other.method && one.path === other.path,
        );
        return alike.map((sibling) => [provider, other, sibling] as const);
      }),
  );
}

const upper = (text: string) => text.toUpperCase();
const lower = (text: string) => text.toLowerCase();

function respelt(body: unknown, respell: (text: string) => string): JsonValue {
  const text = JSON.stringify(body ?? null, (_key, value: unknown) =>
    typeof value === 'string' ? respell(value) : value,
  );
  return JSON.parse(text) as JsonValue;
}
