import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ProviderRegistry } from '../../core/registry';
import { wayRecipesIn } from '../../headless/ways/wayRecipesIn';
import { providers } from '../../providers/index';
import { writeStep } from '../writeStep';

/** A step of the build: what provokes the documented failures of each provider on its emulator. */
async function writeWays(target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  for (const provider of await new ProviderRegistry(providers).all()) {
    const recipes = wayRecipesIn(provider, path.join('src', 'providers', provider.id));
    if (recipes.length > 0) writeFileSync(path.join(target, `${provider.id}.json`), JSON.stringify(recipes));
  }
}

writeStep(writeWays, 'folder');
