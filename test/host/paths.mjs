// The tools run from their own file and from a bundle: the project is found by its manifest.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Everything that the tools install or leave behind, ignored by git. */
export const toolsFolder = join(root, '.vscode-test');

/** @type {{ name: string, publisher: string, version: string }} */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

export const packageFile = join(root, `${manifest.name}-${manifest.version}.vsix`);

export const npmPackageFile = join(root, `${manifest.name}-${manifest.version}.tgz`);

/** @param {string} folder @returns {string} */
function findRoot(folder) {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'esbuild.mjs'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The tools of E-Sign Workbench must stay inside its folder.');
  return findRoot(parent);
}
