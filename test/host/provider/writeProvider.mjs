// A provider's folder, and its lines where providers are listed: all of it, or nothing.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { templatesFor } from './templates.mjs';

/** @typedef {import('./providerId.mjs').Names} Names */
/** @typedef {{ path: string, text: string }} WrittenFile Its path has forward slashes. */
/** @typedef {{ made: readonly WrittenFile[], changed: readonly WrittenFile[] }} Plan */

/** Where a provider has a line, and what that place must have for one. */
const lists = [
  { path: 'src/providers/index.ts', change: withProvider, wants: 'the list of providers, whose last line is "];"' },
  { path: '.github/CODEOWNERS', change: withOwner, wants: 'one line that ends in a line end' },
  { path: 'README.md', change: withRow, wants: 'the table of APIs with links to media/reference' },
];

/** What is to be written, or why that cannot be. Nothing is written yet. @param {string} root @param {Names} names @returns {Plan | { reason: string }} */
export function planProvider(root, names) {
  const made = Object.entries(templatesFor(names)).map(([name, text]) => ({
    path: `src/providers/${names.id}/${name}`,
    text,
  }));
  const changed = [];
  for (const { path, change, wants } of lists) {
    const place = join(root, path);
    const before = existsSync(place) ? readFileSync(place, 'utf8') : '';
    const text = change(before, names);
    if (text === before) return { reason: `${path} has not ${wants}. Put it right (git diff ${path}) and try again` };
    changed.push({ path, text });
  }
  return { made, changed };
}

/** Gives what takes it all back. @param {string} root @param {Names} names @param {Plan} plan */
export function writeProvider(root, { id }, { made, changed }) {
  const before = changed.map(({ path }) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const page = join(root, 'media', 'reference', `${id}.md`);
  const takeBack = () => {
    rmSync(join(root, 'src', 'providers', id), { recursive: true, force: true });
    rmSync(page, { force: true });
    for (const file of before) write(root, file);
  };
  try {
    for (const file of [...made, ...changed]) write(root, file);
  } catch (error) {
    takeBack();
    throw error;
  }
  return takeBack;
}

/** @param {string} root @param {WrittenFile} file */
function write(root, { path, text }) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** In the order that the formatter keeps imports in; in the list, last. @param {string} text @param {Names} names */
export function withProvider(text, { id, constant }) {
  const line = `import { about as ${constant} } from './${id}/about';`;
  const [head = '', list = ''] = text.split(/(?=\n\/\*\*)/);
  if (!/(\[)?\];\s*$/.test(list)) return text;
  const imports = head.trimEnd().split('\n');
  const next = imports.findIndex((other) => other.includes("/about'") && pathIn(other) > pathIn(line));
  const sorted = next < 0 ? [...imports, line] : imports.toSpliced(next, 0, line);
  const entry = `  { ...${constant}, load: async () => (await import('./${id}')).${constant} },\n];`;
  return `${sorted.join('\n')}\n${list.replace(/(\[)?\];(?=\s*$)/, (_end, opening = '') => `${opening}${opening && '\n'}${entry}`)}`;
}

/** @param {string} line */
function pathIn(line) {
  return /'(.*)'/.exec(line)?.[1] ?? '';
}

/** @param {string} text @param {Names} names */
function withOwner(text, { id }) {
  return text === '' ? text : `${text.trimEnd()}\n${`/src/providers/${id}/`.padEnd(29)} @esign-workbench/${id}\n`;
}

/** Below the last API. @param {string} text @param {Names} names */
function withRow(text, { id, title }) {
  const row = `| ${title} | described | documents | [operations](media/reference/${id}.md) |`;
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => /^\|.*\]\(media\/reference\/[\w-]+\.md\) \|$/.test(line));
  return last < 0 ? text : lines.toSpliced(last + 1, 0, row).join('\n');
}
