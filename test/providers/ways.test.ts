import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ProviderRegistry } from '../../src/core/registry';
import { describeFault } from '../../src/core/scenarios/caseFault';
import { failureWays } from '../../src/core/scenarios/ways/failureWays';
import { playWay } from '../../src/core/scenarios/ways/playWay';
import { isRequestOfForm } from '../../src/core/scenarios/ways/wayRecipes';
import { wayRecipesIn } from '../../src/headless/ways/wayRecipesIn';
import { providers } from '../../src/providers';
import { openInProcess } from '../unit/fixtures/openStage';

/* Each documented failure of each call is provoked, or it is said why it cannot be. */

const registry = new ProviderRegistry(providers);

for (const { id, rung } of registry.entries) {
  describe(`ways in which calls of ${id} fail`, () => {
    it('each that is offered ends in the failure that it promises', async () => {
      const provider = await known(id);
      if (rung !== 'emulated') return;
      const { stage, close } = await openInProcess(provider);
      const recipes = wayRecipesIn(provider, join('src', 'providers', id)).filter(isRequestOfForm);
      const broken: string[] = [];
      for (const recipe of recipes) {
        const played = await playWay(stage, recipe);
        const name = `${recipe.operation} ${recipe.failure}: ${recipe.name}`;
        if (played.kind === 'stuck') broken.push(...played.faults.map((fault) => describeFault(name, fault)));
        else if (!played.asPromised) broken.push(name);
      }
      await close();
      assert.ok(recipes.length > 0);
      assert.deepEqual(broken, []);
    });

    it('every documented failure is listed, and one that is not offered says why', async () => {
      const provider = await known(id);
      const recipes = wayRecipesIn(provider, join('src', 'providers', id));
      for (const operation of provider.operations) {
        const ways = failureWays(provider, operation, recipes);
        assert.deepEqual(
          ways.map(({ failure }) => failure.id).toSorted(),
          (operation.failures ?? []).toSorted(),
          operation.id,
        );
        for (const way of ways) if ('why' in way) assert.match(way.why, /^[A-Z].+\.$/);
      }
    });
  });
}

async function known(id: string) {
  const provider = await registry.provider(id);
  assert.ok(provider);
  return provider;
}
