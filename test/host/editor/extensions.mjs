import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../lifetime.mjs';
import { run } from '../processes.mjs';
import { ensureServer } from './packages.mjs';

/**
 * Makes an extension folder count as installed, where it lies: the list that the editor keeps of its extensions may
 * name any folder. A reload of the window runs what was built since.
 * @param {string} extensionsDir
 * @param {readonly string[]} folders
 */
export function linkExtensions(extensionsDir, ...folders) {
  mkdirSync(extensionsDir, { recursive: true });
  const list = folders.map((folder) => {
    const { publisher, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const path = decodeURIComponent(pathToFileURL(folder).pathname);
    return {
      identifier: { id: `${publisher}.${name}` },
      version,
      location: { $mid: 1, path, scheme: 'file' },
      metadata: {},
    };
  });
  writeFileSync(join(extensionsDir, 'extensions.json'), JSON.stringify(list));
}

/** Installs a package the way a person does. @param {string} extensionsDir @param {string} file */
export async function installPackage(extensionsDir, file) {
  const { node, script } = await ensureServer();
  const own = temporaryFolder('install');
  const config = join(own, 'config.yaml');
  writeFileSync(config, '');
  const folders = ['--config', config, '--extensions-dir', extensionsDir, '--user-data-dir', join(own, 'data')];
  mkdirSync(extensionsDir, { recursive: true });
  await run(node, [script, ...folders, '--install-extension', file]);
}
