import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, packageFile, root } from '../paths.mjs';
import { run } from '../processes.mjs';

/** The manifest says where the sources are: what is relative is completed by it. */
const hasAddress = 'repository' in manifest;

/** Packs what was built. Nothing is fetched: all that runs is in the bundles. */
export async function makePackage() {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const page = readFileSync(join(root, 'media', 'guides', 'marketplace.md'), 'utf8');
  const texts = { readme: 'dist/README.md', changelog: 'dist/CHANGELOG.md' };
  writeFileSync(join(root, texts.readme), hasAddress ? page.replaceAll('](../', '](media/') : withoutRelative(page));
  writeFileSync(join(root, texts.changelog), withoutRelative(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')));
  const args = ['package', '--no-dependencies', '--readme-path', texts.readme, '--changelog-path', texts.changelog];
  await run(process.execPath, [vsce, ...args, '--out', packageFile], { cwd: root });
  return { file: packageFile, bytes: statSync(packageFile).size };
}

/**
 * A page of the Marketplace shows pictures of an address only. Where the sources have none yet, pictures would be broken
 * and links to other files lead nowhere. @param {string} text
 */
function withoutRelative(text) {
  const withoutPictures = text.replace(/^ *(?:!\[[^\]]*\]\([^)]*\)|<img [^>]*>)\n\n?/gm, '');
  return withoutPictures.replace(/\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1');
}
