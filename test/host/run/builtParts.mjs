import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The files of a program, by what they ask for: an earlier build, of which an editor may be open, left others beside them.
 * @param {string} folder @param {readonly string[]} entries Within the folder. @returns {readonly string[]} Within it, too.
 */
export function partsOfProgram(folder, entries) {
  const found = new Set(entries);
  for (const part of found) {
    const named = readFileSync(join(folder, part), 'utf8').matchAll(/require\("(\.[^"]+\.js)"\)/g);
    for (const [, name = ''] of named) found.add(join(dirname(part), name));
  }
  return [...found];
}

/** The files of the last build of a bundle, by what it says of itself. @param {string} metafile @returns {readonly string[]} Names. */
export function namesOfOutputs(metafile) {
  /** @type {import('esbuild').Metafile} */
  const { outputs } = JSON.parse(readFileSync(metafile, 'utf8'));
  return Object.keys(outputs).map((file) => basename(file));
}
