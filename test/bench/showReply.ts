import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import fetch from 'node-fetch';
import { historyEntry } from '../../src/core/history/record';
import { defaultLimits } from '../../src/core/http';
import { ProviderRegistry } from '../../src/core/registry';
import { replyState } from '../../src/core/replies/replyState';
import type { DoorPorts } from '../../src/core/sending/ports';
import { sendRequest } from '../../src/core/sending/sendRequest';
import { SendSession } from '../../src/core/sending/sendSession';
import { chooseConnection } from '../../src/headless/chooseConnection';
import { environmentCredentials } from '../../src/headless/environmentCredentials';
import { ReplyFiles } from '../../src/node/http/replyFiles';
import { nodeMachine } from '../../src/node/nodeMachine';
import { providers } from '../../src/providers/index';

// What the editor's host does for a reply, from sending to the state of the panel and the entry of the history, or the
// least that could be done (floor): node showReply.js ours|floor FILE BASE_URL MEGABYTES KIND. Prints how long it took, how long nothing
// else had its turn at most, and by how much the memory grew.
const [mode = 'ours', file = '', baseUrl = '', megabytes = '1', kindName = ''] = process.argv.slice(2);
const kind = encodeURIComponent(kindName);
const folder = mkdtempSync(path.join(tmpdir(), 'esign-bench-'));
const registry = new ProviderRegistry(providers);

async function ours(base: string): Promise<void> {
  const session = new SendSession(nodeMachine());
  const ports: DoorPorts = {
    ...session.ports({
      limits: { ...defaultLimits, larger: new ReplyFiles(folder) },
      credentials: async ({ provider, operation }) => environmentCredentials(provider, operation, process.env),
      readFile: async () => ({ kind: 'unreadable', reason: 'none is needed' }),
    }),
    operation: (id) => registry.operation(id),
    connection: async (provider, id) => chooseConnection(provider, { id, baseUrl: base, variables: {} }, process.env),
  };
  const run = await sendRequest(ports, readFileSync(file, 'utf8'), { cause: 'form' });
  const known = await registry.operation(run.request.operation);
  if (known === undefined || run.outcome.kind !== 'replied') throw new Error(JSON.stringify(run.outcome));
  const state = replyState(run, known.provider);
  await new Promise((resolve) => setImmediate(resolve));
  JSON.stringify([state, historyEntry(run, known.operation)]);
}

/** The bytes in a file, and the beginning as a text. */
async function floor(base: string): Promise<void> {
  const response = await fetch(base, { method: 'POST', body: '{}' });
  const place = path.join(folder, 'floor');
  if (response.body !== null) await pipeline(response.body, createWriteStream(place));
  readFileSync(place)
    .subarray(0, 256 * 1024)
    .toString();
}

async function measure(): Promise<void> {
  const act = mode === 'ours' ? ours : floor;
  // What is loaded first is none of the reply.
  await act(`${baseUrl}/0.001/${kind}`);
  const start = performance.now();
  const before = process.memoryUsage.rss();
  let [last, block, most] = [start, 0, before];
  const timer = setInterval(() => {
    const now = performance.now();
    block = Math.max(block, now - last - 5);
    last = now;
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  await act(`${baseUrl}/${megabytes}/${kind}`);
  block = Math.max(block, performance.now() - last - 5);
  clearInterval(timer);
  console.info(JSON.stringify({ ms: performance.now() - start, block, MB: (most - before) / 1_000_000 }));
}

measure()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));
