import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ProviderRegistry } from '../../core/registry';
import { providers } from '../../providers/index';
import { seedSchema } from '../seedSchema';
import { writeStep } from '../writeStep';
import { type ListedPage, llmsText } from './llmsText';
import { operationTypesText } from './operationTypes';

/** A step of the build: what of the npm package comes out of the operations. */
async function writePackageTexts(folder: string): Promise<void> {
  const all = await new ProviderRegistry(providers).all();
  const { description } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  writeFileSync(join(folder, 'types', 'operations.d.ts'), operationTypesText(all));
  writeFileSync(join(folder, 'seed.schema.json'), JSON.stringify(await seedSchema(all)));
  writeFileSync(join(folder, 'llms.txt'), llmsText(description, all, skillsIn(join('media', 'skills'))));
}

const manifest = z.object({ description: z.string() });

/** Skills by the head of their SKILL.md, which says when to read on. */
function skillsIn(folder: string): readonly ListedPage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const head = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(join(folder, name, 'SKILL.md'), 'utf8'))?.[1] ?? '';
    const about = /^description: (.*)$/m.exec(head)?.[1] ?? '';
    return [{ title: name, path: `skills/${name}/SKILL.md`, about }];
  });
}

writeStep(writePackageTexts, 'folder');
