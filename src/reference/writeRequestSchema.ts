import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { requestFileSchema } from '../core/forms/fileSchema';
import { ProviderRegistry } from '../core/registry';
import { variablesSchema } from '../core/requests/references/variablesSchema';
import { providers } from '../providers/index';
import { seedSchema } from './seedSchema';

/** A step of the build: the JSON Schemas behind completion and hover in `*.esign.json` and, beside it, of variables and of seeds. */
async function writeRequestSchema(file: string): Promise<void> {
  const all = await new ProviderRegistry(providers).all();
  writeFileSync(file, JSON.stringify(requestFileSchema(all)));
  writeFileSync(path.join(path.dirname(file), 'variables.schema.json'), JSON.stringify(variablesSchema));
  writeFileSync(path.join(path.dirname(file), 'seed.schema.json'), JSON.stringify(await seedSchema(all)));
}

const [, , target] = process.argv;
if (target === undefined) throw new Error('Name the file to write.');
writeRequestSchema(target).catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
});
