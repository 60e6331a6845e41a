import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { makePackage } from '../host/run/makePackage.mjs';

export async function benchSize() {
  const { bytes } = await makePackage();
  const main = statSync(join(root, 'dist', 'extension.js')).size;
  return [
    { what: 'VSIX', unit: 'kB', ours: bytes / 1000, gate: { atMost: 500 } },
    { what: 'main bundle', unit: 'kB', ours: main / 1000, gate: { atMost: 400 } },
  ];
}
