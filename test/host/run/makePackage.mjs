import { statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, root } from '../paths.mjs';
import { run } from '../processes.mjs';

/** Packs what was built. Nothing is fetched: all that runs is in the bundles. */
export async function makePackage() {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await run(process.execPath, [vsce, ...args, '--out', packageFile], { cwd: root });
  return { file: packageFile, bytes: statSync(packageFile).size };
}
