// Writes a provider on the first rung of the ladder, and its reference page.
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { startProcess } from '../processes.mjs';
import { step } from '../progress.mjs';
import { namesOf, whyNoId } from '../provider/providerId.mjs';
import { planProvider, writeProvider } from '../provider/writeProvider.mjs';

/** @param {string[]} args @returns {Promise<number>} */
export async function newProvider([id = '', ...others]) {
  const reason = others.length > 0 ? 'there is one ID only, without blanks' : whyNoId(root, id);
  if (reason !== undefined) {
    console.error(
      `${refusal([id, ...others].join(' '), reason)}\nUsage: npm run new-provider ID, for example acme-sign`,
    );
    return 2;
  }
  const names = namesOf(id);
  const plan = planProvider(root, names);
  if ('reason' in plan) {
    console.error(refusal(id, plan.reason));
    return 2;
  }
  const takeBack = writeProvider(root, names, plan);
  const fault = await step('writing the reference page', () => writeReferencePage(id));
  if (fault !== undefined) {
    takeBack();
    console.error(
      refusal(id, `its reference page could not be written. Mend what is said here and try again\n${fault}`),
    );
    return 1;
  }
  for (const { path } of plan.made) console.info(`  ${path}`);
  console.info(`  media/reference/${id}.md`);
  console.info(`It has a line in ${plan.changed.map(({ path }) => path).join(', ')}.`);
  console.info('\nPut in what the API documents; CONTRIBUTING.md says how to climb on. Then:');
  console.info(`  npm run docs\n  npm test -- providers -g ${id}`);
  return 0;
}

/** @param {string} id @param {string} reason */
function refusal(id, reason) {
  return `No provider "${id}" was made, and nothing is changed: ${reason}.`;
}

/** What `npm run docs` does, for one provider and without asking where npm is. What kept it from that, if anything did. @param {string} id @returns {Promise<string | undefined>} */
async function writeReferencePage(id) {
  const { build } = await import('esbuild');
  const outfile = join(root, 'dist', 'build', 'writeReference.js');
  const entryPoints = [join(root, 'src', 'reference', 'writeReference.ts')];
  try {
    await build({ entryPoints, bundle: true, platform: 'node', logLevel: 'silent', outfile });
  } catch (error) {
    return String(error);
  }
  let output = '';
  const { exited } = startProcess(process.execPath, [outfile, join('media', 'reference'), id], {
    cwd: root,
    onOutput: (text) => {
      output += text;
    },
  });
  return (await exited) === 0 ? undefined : output;
}
