// Writes a provider on the first rung of the ladder, and its reference page.
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { startProcess } from '../processes.mjs';
import { step } from '../progress.mjs';
import { whyNoId, writeProvider } from '../provider/writeProvider.mjs';

/** @param {string[]} args @returns {Promise<number>} */
export async function newProvider([id = '', ...others]) {
  const reason = others.length > 0 ? 'name one provider only' : whyNoId(root, id);
  if (reason !== undefined) {
    console.error(`No provider "${id}" was made: ${reason}.\nUsage: npm run new-provider ID, for example acme-sign`);
    return 2;
  }
  const written = writeProvider(root, id);
  const code = await step('writing the reference page', writeReferencePages);
  for (const file of [...written, join('media', 'reference', `${id}.md`)]) console.info(`  ${file}`);
  console.info('\nPut in what the API documents; CONTRIBUTING.md says how to climb on. Then: npm test -- unit');
  return code;
}

/** What `npm run docs` does, without asking where npm is. */
async function writeReferencePages() {
  const { build } = await import('esbuild');
  const outfile = join(root, 'dist', 'build', 'writeReference.js');
  const entryPoints = [join(root, 'src', 'reference', 'writeReference.ts')];
  await build({ entryPoints, bundle: true, platform: 'node', logLevel: 'warning', outfile });
  const { exited } = startProcess(process.execPath, [outfile, join('media', 'reference')], {
    cwd: root,
    onOutput: () => {},
  });
  return exited;
}
