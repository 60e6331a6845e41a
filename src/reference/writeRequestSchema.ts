import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { requestFileSchema } from '../core/forms/fileSchema';
import { ProviderRegistry } from '../core/registry';
import { providers } from '../providers/index';

/** A step of the build: the JSON Schema behind completion and hover in `*.esign.json`. */
async function writeRequestSchema(file: string): Promise<void> {
  const all = await new ProviderRegistry(providers).all();
  writeFileSync(file, JSON.stringify(requestFileSchema(all)));
}

const [, , target] = process.argv;
if (target === undefined) throw new Error('Name the file to write.');
writeRequestSchema(target).catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
});
