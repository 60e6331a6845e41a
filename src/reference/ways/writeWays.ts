import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ProviderRegistry } from '../../core/registry';
import { wayRecipesIn } from '../../headless/ways/wayRecipesIn';
import { providers } from '../../providers/index';

/** A step of the build: what provokes the documented failures of each provider on its emulator. */
async function writeWays(target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  for (const provider of await new ProviderRegistry(providers).all()) {
    const recipes = wayRecipesIn(provider, path.join('src', 'providers', provider.id));
    if (recipes.length > 0) writeFileSync(path.join(target, `${provider.id}.json`), JSON.stringify(recipes));
  }
}

const [, , target] = process.argv;
if (target === undefined) throw new Error('Name the folder to write to.');
writeWays(target).catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
});
