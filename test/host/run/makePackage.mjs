import { statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, root } from '../paths.mjs';
import { run } from '../processes.mjs';
import { stageExtension } from './stageExtension.mjs';

/** Packs what was built. Nothing is fetched: all that runs is in the bundles. */
export async function makePackage() {
  const folder = join(root, 'dist', 'vsix');
  stageExtension(folder);
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = ['package', '--no-dependencies', '--out', packageFile];
  await run(process.execPath, [vsce, ...args], { cwd: folder });
  return { file: packageFile, bytes: statSync(packageFile).size };
}
