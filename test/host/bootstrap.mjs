// The first thing that every command of the project does; before it ran, only Node's own modules are there.
import { join } from 'node:path';
import { installPackages, isInstalled, markInstalled, stampOf } from './packages.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';

const oldestNode = 20;

export async function bootstrap() {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    fail(`E-Sign Workbench needs Node ${oldestNode} or newer, and this is ${process.versions.node}.`);
  }
  const stamp = stampOf(join(root, 'package-lock.json'));
  const modules = join(root, 'node_modules');
  if (isInstalled(modules, stamp)) return;
  try {
    await step('installing the packages of the project', () => installPackages(root));
  } catch (error) {
    fail(error instanceof Error ? `${error.message}\n\n${error.cause ?? ''}` : String(error));
  }
  markInstalled(modules, stamp);
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
