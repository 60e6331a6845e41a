import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { requestFileSchema } from '../core/forms/fileSchema';
import { ProviderRegistry } from '../core/registry';
import { variablesSchema } from '../core/requests/references/variablesSchema';
import { providers } from '../providers/index';
import { seedSchema } from './seedSchema';
import { writeStep } from './writeStep';

/** A step of the build: the JSON Schemas behind completion and hover in `*.esign.json` and, beside it, of variables and of seeds. */
async function writeRequestSchema(file: string): Promise<void> {
  const all = await new ProviderRegistry(providers).all();
  writeFileSync(file, JSON.stringify(requestFileSchema(all)));
  writeFileSync(path.join(path.dirname(file), 'variables.schema.json'), JSON.stringify(variablesSchema));
  writeFileSync(path.join(path.dirname(file), 'seed.schema.json'), JSON.stringify(await seedSchema(all)));
}

writeStep(writeRequestSchema, 'file');
