import assert from 'node:assert/strict';
import type { Collection } from '../../../src/core/documents';
import { defineProvider } from '../../../src/kit/defineProvider';
import { described, emulator, getPaper, resources } from '../fixtures/toyProvider';

const titleOf = ({ id, title }: Collection) => [id, title];

describe('The ladder', () => {
  it('a described API has operations, and neither documents nor an emulator', () => {
    const provider = defineProvider({ ...described, rung: 'described' });
    assert.deepEqual(provider.operations, [getPaper]);
    assert.deepEqual([provider.resources.collections, provider.emulator], [[], undefined]);
  });

  it('a listed one has documents, an emulated one an emulator as well', async () => {
    const listed = defineProvider({ ...described, rung: 'listed', resources });
    assert.deepEqual(listed.resources.collections.map(titleOf), resources.collections.map(titleOf));
    assert.equal(listed.emulator, undefined);
    const emulated = defineProvider({ ...described, rung: 'emulated', portOffset: 5, resources, emulator });
    assert.deepEqual(Object.keys((await emulated.emulator?.())?.handlers ?? {}), ['toy/get-paper']);
  });

  it('what a rung claims and lacks does not compile, nor what it does not claim', () => {
    const providers = [
      // @ts-expect-error it claims documents
      defineProvider({ ...described, rung: 'listed' }),
      // @ts-expect-error it claims an emulator
      defineProvider({ ...described, rung: 'emulated', portOffset: 5, resources }),
      // @ts-expect-error its emulator has no port of its own
      defineProvider({ ...described, rung: 'emulated', resources, emulator }),
      // @ts-expect-error it has documents that it does not claim
      defineProvider({ ...described, rung: 'described', resources }),
      // @ts-expect-error it has an emulator that it does not claim
      defineProvider({ ...described, rung: 'listed', resources, emulator }),
    ];
    assert.equal(providers.length, 5);
  });
});
