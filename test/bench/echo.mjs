import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { firstLine, startProcess } from '../host/processes.mjs';

/** Starts the bare server, with a reply of ours. @param {unknown} reply */
export async function startEcho(reply) {
  const script = join(root, 'test', 'bench', 'baselines', 'echoServer.mjs');
  const owned = startProcess(process.execPath, [script, JSON.stringify(reply)], { onOutput: () => {} });
  const port = await firstLine(owned, (line) => Number(line) || undefined);
  return { origin: `http://127.0.0.1:${port}`, pid: owned.child.pid, end: owned.end };
}
