// `k6 run FILE`, with one user and one iteration. What is thrown in `setup` ends the test with 107; what is thrown in an
// iteration ends that one alone, and 99 says that a threshold was missed.
import { pathToFileURL } from 'node:url';
import { broken } from './index.mjs';

Object.assign(globalThis, { __ENV: process.env });
const script = await import(pathToFileURL(process.argv[2] ?? '').href);
process.exit(await exitCode());

async function exitCode() {
  if (!(await succeeds(script.setup))) return 107;
  await succeeds(script.default);
  for (const name of broken) process.stderr.write(`✗ ${name}\n`);
  return broken.length > 0 ? 99 : 0;
}

/** @param {() => unknown} run */
async function succeeds(run) {
  try {
    await run();
    return true;
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return false;
  }
}
