// `k6 run FILE`, with one user and one iteration: 99 is the exit code for a threshold that was missed.
import { pathToFileURL } from 'node:url';
import { broken } from './index.mjs';

Object.assign(globalThis, { __ENV: process.env });
const script = await import(pathToFileURL(process.argv[2] ?? '').href);
try {
  await script.default();
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 107;
}
for (const name of broken) process.stderr.write(`✗ ${name}\n`);
if (broken.length > 0) process.exitCode = 99;
process.exit();
