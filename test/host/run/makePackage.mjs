import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, root } from '../paths.mjs';
import { run } from '../processes.mjs';

/** Packs what was built. Nothing is fetched: all that runs is in the bundles. */
export async function makePackage() {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const readme = join('dist', 'README.md');
  writeFileSync(join(root, readme), packedReadme(readFileSync(join(root, 'README.md'), 'utf8')));
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await run(process.execPath, [vsce, ...args, '--readme-path', readme, '--out', packageFile], { cwd: root });
  return { file: packageFile, bytes: statSync(packageFile).size };
}

/**
 * Pictures are larger than the program, and who installs it sees the program; and links lead nowhere to files that are
 * not packed. @param {string} readme
 */
function packedReadme(readme) {
  const withoutPictures = readme.replace(/^ *(?:!\[[^\]]*\]\([^)]*\)|<img [^>]*>)\n\n?/gm, '');
  return withoutPictures.replace(/\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1');
}
