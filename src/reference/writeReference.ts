import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ProviderRegistry } from '../core/registry';
import { describedPage } from '../headless/reference/describedPage';
import { providers } from '../providers/index';

/** Writes the reference page of each provider: `npm run docs`. */
async function writeReference(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const provider of await new ProviderRegistry(providers).all()) {
    const file = join(folder, `${provider.id}.md`);
    writeFileSync(file, describedPage(provider));
    process.stdout.write(`${file}\n`);
  }
}

const [, , target] = process.argv;
if (target === undefined) throw new Error('Name the folder to write to.');
writeReference(target).catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
});
