import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultLimits, replyText } from '../../../src/core/http';
import { ProviderRegistry } from '../../../src/core/registry';
import { getAt } from '../../../src/core/requests/pointer';
import { mismatches } from '../../../src/core/scenarios/mismatches';
import { startEmulators } from '../../../src/node/emulator/emulatorServer';
import type { RunningEmulators } from '../../../src/node/emulator/runningEmulators';
import { createHttpClient } from '../../../src/node/http/httpClient';
import { providers } from '../../../src/providers';
import { tally } from '../../run/tally';
import { confirmed } from '../../unit/core/addresses/confirmed';
import { type ClientFile, type ClientStep, readClientFiles } from './clientFile';
import { type RunningClient, startClient } from './startClient';
import { startTlsFront, type TlsFront } from './tlsFront';

const registry = new ProviderRegistry(providers);
const files = registry.ids.flatMap((id) => readClientFiles(id).map((file) => ({ id, file })));

describe('clients written by others', () => {
  it('are run for at least one provider', () => assert.ok(files.length > 0));

  for (const { id, file } of files) {
    describe(`${file.package} and the emulator of ${id}`, () => {
      let stage: Stage;
      before(async () => {
        stage = await openStage(id, file);
      });
      beforeEach(() => stage.emulators.reset());
      after(() => stage.close());

      for (const { name, steps } of file.cases) {
        it(name, async () => {
          const kept = { ...stage.known };
          const all = [...file.given, ...steps];
          for (const step of all) await play(stage, kept, step);
          const calls = all.filter((step) => 'call' in step).length;
          tally({ kind: 'client', provider: id, client: file.package, calls });
        });
      }
    });
  }
});

interface Stage {
  readonly emulators: RunningEmulators;
  readonly baseUrl: string;
  readonly client: RunningClient;
  readonly known: Kept;
  close(): Promise<void>;
}

type Kept = Record<string, string>;

async function openStage(id: string, file: ClientFile): Promise<Stage> {
  const provider = await registry.provider(id);
  assert.ok(provider);
  const outcome = await startEmulators([provider]);
  assert.ok(outcome.kind === 'running');
  const emulators = outcome.running;
  const [server] = emulators.servers;
  assert.ok(server);
  const front = await startTlsFront(server.baseUrl);
  const folder = mkdtempSync(join(tmpdir(), 'esign-client-'));
  const known = knownTexts(file, { ...server.credentials, folder, host: front.host, port: String(front.port) });
  for (const [name, content] of Object.entries(file.files ?? {})) writeFileSync(join(folder, name), content);
  const client = await startClient(fill(file, known), folder);
  const close = () => closeAll({ client, front, emulators, folder });
  return { emulators, baseUrl: server.baseUrl, client, known, close };
}

function knownTexts({ base64 = {} }: ClientFile, known: Kept): Kept {
  const encoded = Object.entries(fill(base64, known)).map(([name, text]) => [
    name,
    Buffer.from(text).toString('base64'),
  ]);
  return { ...known, ...Object.fromEntries(encoded) };
}

interface Opened {
  readonly client: RunningClient;
  readonly front: TlsFront;
  readonly emulators: RunningEmulators;
  readonly folder: string;
}

async function closeAll({ client, front, emulators, folder }: Opened): Promise<void> {
  await client.stop();
  await front.stop();
  await emulators.stop();
  rmSync(folder, { recursive: true });
}

async function play(stage: Stage, kept: Kept, step: ClientStep): Promise<void> {
  if ('sign' in step) return sign(stage, fill(step, kept));
  const { call, with: given, keep = {}, returns, fails } = fill(step, kept);
  const { error, result } = await stage.client.call(call, given);
  if (fails === undefined) assert.equal(error, undefined, `${call}: ${JSON.stringify(error)}`);
  else assert.deepEqual(mismatches(error, fails, `error of ${call}`), []);
  if (returns !== undefined) assert.deepEqual(mismatches(result, returns, `result of ${call}`), []);
  for (const [name, pointer] of Object.entries(keep)) {
    const value = getAt(result, pointer);
    assert.ok(typeof value === 'string', `${call} has no text at ${pointer}: ${JSON.stringify(result)}`);
    kept[name] = value;
  }
}

async function sign(
  { baseUrl }: Stage,
  { sign: link, redirect }: Extract<ClientStep, { sign: string }>,
): Promise<void> {
  const { pathname, search } = new URL(link);
  const outcome = await createHttpClient().send(
    {
      method: 'POST',
      // The link names the port that the client knows, which speaks https.
      url: confirmed(`${baseUrl}${pathname}${search}`),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: { text: 'action=finish' },
    },
    defaultLimits,
  );
  assert.ok(outcome.kind === 'replied', 'the signing page does not answer');
  assert.equal(outcome.reply.headers['location'], redirect, replyText(outcome.reply));
}

/** Puts known texts in their places. */
function fill<T>(value: T, known: Kept): T {
  const text = JSON.stringify(value).replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    JSON.stringify(known[name] ?? whole).slice(1, -1),
  );
  return JSON.parse(text) as T;
}
