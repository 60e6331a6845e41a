import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { makePackage } from '../host/run/makePackage.mjs';

/*
 * What a package weighs, in kB as it is packed, at the least: libraries 190 (zod 42, yaml 36, metadata of phone numbers 29,
 * snippets 21 and smaller ones) and 46 of the pages, operations and emulators of six APIs 253, the product's own program 460
 * and pages 87: 1,036 without a schema, picture or translation. Those are 75, 101 and 52, and what is written for people
 * and tools as much. Of the npm package, libraries (with that of assistants) 183, the APIs 253 and its own program 326 are
 * 762. Packed with brotli as one piece the programs would be a quarter smaller; but code that is unpacked before it runs can be
 * read by nobody, no scanner, debugger or reviewer, so it stays what it is. The gates are what there is, and a hundredth.
 */
const mostOfExtension = 1440;
export const mostOfNpmPackage = 840;

/** @returns {Promise<import('./rows.mjs').Row[]>} */
export async function benchSize() {
  const { bytes } = await makePackage();
  const baseline = statSync(join(root, 'dist', 'bench', 'floor.js')).size / 1000;
  return [
    { what: 'VSIX', unit: 'kB', ours: bytes / 1000, gate: { atMost: mostOfExtension } },
    { what: 'loaded at activation', unit: 'kB', ours: atActivation() / 1000, baseline, gate: { atMost: 400 } },
  ];
}

/** The parts of the extension that its main file requires at once; the others wait until they are asked for. */
function atActivation() {
  /** @type {import('esbuild').Metafile} */
  const { outputs } = JSON.parse(readFileSync(join(root, 'dist', 'meta', 'extension.json'), 'utf8'));
  /** @type {Set<string>} */
  const loaded = new Set();
  const visit = (/** @type {string} */ part) => {
    if (loaded.has(part)) return;
    loaded.add(part);
    for (const { path, kind, external } of outputs[part]?.imports ?? []) {
      if (kind === 'import-statement' && !external) visit(path);
    }
  };
  const main = Object.keys(outputs).find((part) => outputs[part]?.entryPoint === 'src/extension.ts');
  visit(main ?? '');
  return [...loaded].reduce((sum, part) => sum + (outputs[part]?.bytes ?? 0), 0);
}
