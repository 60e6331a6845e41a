import assert from 'node:assert/strict';
import { type ProviderEntry, ProviderRegistry } from '../../../src/core/registry';
import { demoProvider } from '../emulator/demoProvider';
import { toyEntries } from '../fixtures/toyTranslation';

describe('ProviderRegistry', () => {
  const loaded: string[] = [];
  const entryOf = (id: string): ProviderEntry => ({
    ...demoProvider,
    id,
    load: async () => {
      loaded.push(id);
      return { ...demoProvider, id };
    },
  });
  let registry: ProviderRegistry;

  beforeEach(() => {
    loaded.length = 0;
    registry = new ProviderRegistry([entryOf('one'), entryOf('two')]);
  });

  it('lists providers without loading one', () => {
    const listed = registry.entries.map(({ id, title }) => [id, title]);
    assert.deepEqual(listed, [
      ['one', demoProvider.title],
      ['two', demoProvider.title],
    ]);
    assert.deepEqual([registry.ids, loaded], [['one', 'two'], []]);
  });

  it('loads the one that is asked for, and once', async () => {
    assert.equal((await registry.provider('two'))?.id, 'two');
    assert.equal(await registry.provider('two'), await registry.provider('two'));
    assert.deepEqual(loaded, ['two']);
    assert.equal(await registry.provider('toString'), undefined);
  });

  it('finds an operation by loading its provider alone', async () => {
    assert.equal(await registry.operation('one/none'), undefined);
    assert.deepEqual(loaded, ['one']);
  });

  it('tells what a request can be made into without loading anything', () => {
    const toys = new ProviderRegistry(toyEntries((id) => loaded.push(id)));
    const [translation] = toys.translations;
    assert.ok(translation);
    assert.deepEqual(toys.translationsOf(translation.from), [translation]);
    assert.deepEqual(toys.translationsOf(translation.to), []);
    assert.deepEqual(loaded, []);
  });
});
