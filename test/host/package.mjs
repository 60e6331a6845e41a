// npm run package
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { root } from './paths.mjs';

await bootstrap();
const { makePackage } = await import('./run/makePackage.mjs');
const { makeNpmPackage } = await import('./run/makeNpmPackage.mjs');
const { build } = await import('./run/build.mjs');
const { step } = await import('./progress.mjs');
const packages = await step('packaging', async () => {
  // What an earlier build left must not be packed.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build(['--production', '--package']);
  return [await makePackage(), await makeNpmPackage()];
});
for (const { file, bytes } of packages) console.info(`${file}, ${(bytes / 1000).toFixed(1)} kB`);
