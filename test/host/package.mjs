// npm run package
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { makePackage } = await import('./run/makePackage.mjs');
const { build } = await import('./run/build.mjs');
const { step } = await import('./progress.mjs');
const { file, bytes } = await step('packaging', async () => {
  await build(['--production']);
  return makePackage();
});
console.info(`${file}, ${(bytes / 1000).toFixed(1)} kB`);
