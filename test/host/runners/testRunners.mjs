import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensurePackages, npmCommand } from '../packages.mjs';
import { root } from '../paths.mjs';
import { run } from '../processes.mjs';

/** The runners of tests that people have, installed when they are first asked for. @returns {Promise<string | undefined>} Undefined without the registry. */
export async function ensureTestRunners() {
  const locks = join(root, 'test', 'host', 'runners');
  try {
    return await ensurePackages(locks, 'installing Vitest, Jest and Playwright');
  } catch (error) {
    const isReached = await run(...npmCommand(['ping', '--loglevel=error'])).then(
      () => true,
      () => false,
    );
    if (isReached) throw error;
    return undefined;
  }
}

/** A project finds its runner among its own packages. @param {string} project @param {string} tools @param {string} name */
export function linkRunner(project, tools, name) {
  const link = join(project, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(tools, 'node_modules', name), link, 'junction');
}
