import { join } from 'node:path';
import { root } from '../paths.mjs';
import { run } from '../processes.mjs';

/** @param {readonly string[]} flags */
export async function build(flags) {
  await run(process.execPath, [join(root, 'esbuild.mjs'), ...flags], { cwd: root });
}
