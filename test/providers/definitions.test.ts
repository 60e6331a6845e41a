import assert from 'node:assert/strict';
import { ProviderRegistry } from '../../src/core/registry';
import { providers } from '../../src/providers';
import { requirements } from './contract';

const registry = new ProviderRegistry(providers);

it('The port of an emulator is its own', () => {
  const offsets = registry.entries.flatMap(({ portOffset }) => portOffset ?? []);
  assert.deepEqual(
    offsets.filter((offset, index) => offsets.indexOf(offset) !== index || !Number.isInteger(offset) || offset < 0),
    [],
  );
  assert.equal(offsets.length, registry.entries.filter(({ rung }) => rung === 'emulated').length);
});

for (const id of registry.ids) {
  describe(`definition of ${id}`, () => {
    for (const [sentence, faults] of Object.entries(requirements)) {
      it(sentence, async () => {
        const provider = await registry.provider(id);
        assert.ok(provider);
        assert.deepEqual(await faults(provider), []);
      });
    }

    it('is listed with what it says of itself', async () => {
      const provider = await registry.provider(id);
      const { load: _load, ...listed } = registry.entries.find((entry) => entry.id === id) ?? {};
      assert.deepEqual(
        Object.entries(listed).filter(([name, value]) => Reflect.get(provider ?? {}, name) !== value),
        [],
      );
    });
  });
}
