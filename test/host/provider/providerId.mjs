// The names that a provider gets of its ID, and why some words are none.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ id: string, constant: string, title: string }} Names */

/** Longer ones do not fit the line in the list of providers. */
const longestId = 24;

/** Names that cannot be a constant's, or are taken where the provider is listed or put together. */
const taken = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function if implements import in instanceof interface let new null package private protected public return
  static super switch this throw true try typeof undefined var void while with yield
  about defineAuth defineProvider failures operations providers readyToken`.split(/\s+/),
);

/** Folders that Windows does not make, whatever stands behind a dot. */
const device = /^(con|prn|aux|nul|(com|lpt)[0-9])$/;

/** Undefined when a provider can be made under this id: otherwise what is wrong with it, and what to do. @param {string} root @param {string} id */
export function whyNoId(root, id) {
  if (id === '') return 'it needs an ID. Write one behind the command';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    const right = spelled(id);
    const advice = right === '' ? '' : `. Write ${right}`;
    return `an ID begins with a small letter and holds small letters, digits and single hyphens${advice}`;
  }
  if (id.length > longestId)
    return `an ID has at most ${longestId} characters, and this has ${id.length}. Write a shorter one`;
  if (taken.has(constantOf(id)) || id in {})
    return 'this word has a meaning in code. Write it with another one beside it, such as the name of its vendor';
  if (device.test(id)) return 'Windows can make no folder of this name. Write another one';
  if (existsSync(join(root, 'src', 'providers', id))) {
    return `src/providers/${id} is there already. Work on that one, remove the folder, or write another ID`;
  }
  const listed = readFileSync(join(root, 'src', 'providers', 'index.ts'), 'utf8');
  return new RegExp(`\\b${constantOf(id)}\\b`).test(listed)
    ? `src/providers/index.ts has the name ${constantOf(id)} already. Write another ID, or take that line out`
    : undefined;
}

/** @param {string} id @returns {Names} */
export function namesOf(id) {
  return { id, constant: constantOf(id), title: titleOf(id) };
}

/** As near as an ID comes to what was written; empty when nothing of it can stand in one. @param {string} text */
function spelled(text) {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, longestId)
    .replace(/-+$/, '');
}

/** @param {string} id */
function constantOf(id) {
  return id.replace(/-(.)/g, (_part, first) => first.toUpperCase());
}

/** @param {string} id */
function titleOf(id) {
  return id.replace(/(^|-)(.)/g, (_part, hyphen, first) => `${hyphen && ' '}${first.toUpperCase()}`);
}
