import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { makePackage } from '../host/run/makePackage.mjs';

/** @returns {Promise<import('./rows.mjs').Row[]>} */
export async function benchSize() {
  const { bytes } = await makePackage();
  const baseline = statSync(join(root, 'dist', 'bench', 'floor.js')).size / 1000;
  return [
    { what: 'VSIX', unit: 'kB', ours: bytes / 1000, gate: { atMost: 700 } },
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
