// What an older release of the editor's server needs to be the editor that the desktop has.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Its watcher of files is named by a commit; the registry has a release of it. @param {string} editorFolder */
export function takeWatcherFromRegistry(editorFolder) {
  const name = '@parcel/watcher';
  const version = '2.5.1';
  edit(join(editorFolder, 'package.json'), ({ dependencies }) => {
    dependencies[name] = version;
  });
  edit(join(editorFolder, 'npm-shrinkwrap.json'), ({ packages }) => {
    packages[''].dependencies[name] = version;
    delete packages[`node_modules/${name}`];
  });
}

/** What finds its files is a download of its own, here out of a package. @param {string} editorFolder @param {string} modules */
export function addSearch(editorFolder, modules) {
  const folder = join(editorFolder, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(folder, { recursive: true });
  copyFileSync(
    join(modules, '@vscode', `ripgrep-${process.platform}-${process.arch}`, 'bin', 'rg'),
    join(folder, 'rg'),
  );
}

/** Links to this machine go through the server, and lose their path on the way. @param {string} editorFolder */
export function keepPathsOfLinks(editorFolder) {
  const file = join(editorFolder, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.js');
  const text = readFileSync(file, 'utf8');
  const resolved = /(\w+)=(\w+\.parse\(new URL\(\w+,window\.location\.href\)\.toString\(\)\))(?=\}else throw)/;
  const whole = '$1=(to=>to.with({path:to.path.replace(/\\/$/,"")+$1.path,query:$1.query,fragment:$1.fragment}))($2)';
  if (!resolved.test(text)) throw new Error(`${file} resolves links in another way than was expected.`);
  writeFileSync(file, text.replace(resolved, whole));
}

/** @param {string} file @param {(content: any) => void} change */
function edit(file, change) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  change(content);
  writeFileSync(file, JSON.stringify(content, undefined, 2));
}
