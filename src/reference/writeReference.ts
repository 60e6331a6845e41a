import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ProviderRegistry } from '../core/registry';
import { describedPage } from '../headless/reference/describedPage';
import { providers } from '../providers/index';
import { writeStep } from './writeStep';

/** Writes the reference page of each provider, or of those that are named: `npm run docs`. */
async function writeReference(folder: string, ids: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const written = providers.filter(({ id }) => ids.length === 0 || ids.includes(id));
  for (const provider of await new ProviderRegistry(written).all()) {
    const file = join(folder, `${provider.id}.md`);
    writeFileSync(file, describedPage(provider));
    process.stdout.write(`${file}\n`);
  }
}

writeStep(writeReference, 'folder');
