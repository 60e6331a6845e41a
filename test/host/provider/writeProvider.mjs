// A provider's folder, its lines in the list of providers, and its owner.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { templatesFor } from './templates.mjs';

/** Longer ones do not fit the line in the list of providers. */
const longestId = 24;

/** Names that cannot be a constant's, or are taken where the provider is listed. */
const taken = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
  function if implements import in instanceof interface let new null package private protected providers public return
  static super switch this throw true try typeof var void while with yield`.split(/\s+/),
);

/** Undefined when a provider can be made under this id. @param {string} root @param {string} id */
export function whyNoId(root, id) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    return 'an ID begins with a small letter and holds small letters, digits and single hyphens';
  }
  if (id.length > longestId) return `an ID has at most ${longestId} characters`;
  if (taken.has(id)) return 'this word has a meaning in code';
  return existsSync(join(root, 'src', 'providers', id)) ? 'it is there already' : undefined;
}

/** Gives the files that were made. @param {string} root @param {string} id @returns {string[]} */
export function writeProvider(root, id) {
  const names = { id, constant: constantOf(id), title: titleOf(id) };
  const files = Object.entries(templatesFor(names)).map(([name, text]) => {
    const file = join('src', 'providers', id, name);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    return file;
  });
  change(join(root, 'src', 'providers', 'index.ts'), (text) => withProvider(text, names));
  change(join(root, '.github', 'CODEOWNERS'), (text) => `${text.trimEnd()}\n${ownerLine(id)}\n`);
  return files;
}

/** In the order that the formatter keeps imports in; in the list, last. @param {string} text @param {{ id: string, constant: string }} names */
export function withProvider(text, { id, constant }) {
  const line = `import { about as ${constant} } from './${id}/about';`;
  const [head = '', list = ''] = text.split(/(?=\n\/\*\*)/);
  const imports = head.trimEnd().split('\n');
  const next = imports.findIndex((other) => other.includes("/about'") && pathIn(other) > pathIn(line));
  const sorted = next < 0 ? [...imports, line] : imports.toSpliced(next, 0, line);
  const entry = `  { ...${constant}, load: async () => (await import('./${id}')).${constant} },\n];`;
  return `${sorted.join('\n')}\n${list.replace(/(\[)?\];/, (_end, opening = '') => `${opening}${opening && '\n'}${entry}`)}`;
}

/** @param {string} line */
function pathIn(line) {
  return /'(.*)'/.exec(line)?.[1] ?? '';
}

/** @param {string} file @param {(text: string) => string} changed */
function change(file, changed) {
  writeFileSync(file, changed(readFileSync(file, 'utf8')));
}

/** @param {string} id */
function ownerLine(id) {
  return `${`/src/providers/${id}/`.padEnd(29)} @esign-workbench/${id}`;
}

/** @param {string} id */
function constantOf(id) {
  return id.replace(/-(.)/g, (_part, first) => first.toUpperCase());
}

/** @param {string} id */
function titleOf(id) {
  return id.replace(/(^|-)(.)/g, (_part, hyphen, first) => `${hyphen && ' '}${first.toUpperCase()}`);
}
