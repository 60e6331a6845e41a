import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../paths.mjs';
import { namesOfOutputs, partsOfProgram } from './builtParts.mjs';

/** Begun by its name, so that no other file asks for it. */
const emulatorThread = join('extension', 'emulatorWorker.js');

/**
 * Puts what the extension consists of into a folder, by name: whatever else lies beside it stays out.
 * @param {string} folder
 */
export function stageExtension(folder) {
  rmSync(folder, { recursive: true, force: true });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = [...papers(manifest), ...program(), ...pages(), ...builtTexts(manifest)];
  for (const file of files) cpSync(join(root, file), join(folder, file), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packedManifest(manifest)));
  writePage(folder, 'README.md', join('media', 'guides', 'marketplace.md'), 'repository' in manifest);
  writePage(folder, 'CHANGELOG.md', 'CHANGELOG.md', false);
}

/** @param {{ contributes: object }} manifest */
function papers({ contributes }) {
  const texts = readdirSync(root).filter((file) => /^package\.nls.*\.json$/.test(file));
  const icons = readdirSync(join(root, 'media')).filter((file) => /\.(png|svg)$/.test(file));
  const pictures = new Set(JSON.stringify(contributes).match(/media\/screenshots\/[\w-]+\.png/g));
  return ['LICENSE', ...texts, ...icons.map((file) => join('media', file)), ...pictures, 'media/l10n', 'media/skills'];
}

function program() {
  const parts = partsOfProgram(join(root, 'dist'), ['extension.js', emulatorThread]);
  return [...parts, 'THIRD_PARTY_NOTICES.txt'].map((file) => join('dist', file));
}

function pages() {
  const names = namesOfOutputs(join(root, 'dist', 'meta', 'webview.json'));
  return [...names.filter((name) => !name.endsWith('.map')), 'parts.json'].map((name) => join('dist', 'webview', name));
}

/** What the build writes out of the operations of each provider. @param {{ contributes: object }} manifest */
function builtTexts({ contributes }) {
  const schemas = new Set(JSON.stringify(contributes).match(/dist\/schemas\/[\w.-]+\.json/g));
  const ofProviders = readdirSync(join(root, 'src', 'providers')).flatMap((provider) => [
    join('dist', 'ways', `${provider}.json`),
    join('dist', 'scenarios', provider),
  ]);
  return [...schemas, ...ofProviders.filter((file) => existsSync(join(root, file)))];
}

/** Without what only the sources need. @param {Record<string, unknown>} manifest */
function packedManifest({ scripts, devDependencies, bin, ...packed }) {
  return packed;
}

/** @param {string} folder @param {string} name @param {string} source @param {boolean} hasAddress */
function writePage(folder, name, source, hasAddress) {
  const text = readFileSync(join(root, source), 'utf8');
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), pageOf(text, hasAddress));
}

/**
 * A page of the Marketplace, and of the installed extension, shows pictures of an https address only. Where the sources have
 * none yet, pictures would be broken and links to other files lead nowhere.
 * @param {string} text @param {boolean} hasAddress The manifest says where the sources are: what is relative is completed by it.
 */
export function pageOf(text, hasAddress) {
  return hasAddress ? text.replaceAll('](../', '](media/') : withoutRelative(text);
}

/** @param {string} text */
function withoutRelative(text) {
  const withoutPictures = text.replace(/^ *(?:!\[[^\]]*\]\([^)]*\)|<img [^>]*>)\n\n?/gm, '');
  return withoutPictures.replace(/\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1');
}
