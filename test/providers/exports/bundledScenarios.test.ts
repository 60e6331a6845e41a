import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommandLine } from '../../../src/cli/commandLine';
import { ProviderRegistry } from '../../../src/core/registry';
import { emulatorVariables } from '../../../src/headless/emulator/emulatorAccounts';
import { exportTargets } from '../../../src/headless/scenarios/exportTargets';
import { startEmulators } from '../../../src/node/emulator/emulatorServer';
import { providers } from '../../../src/providers';
import { artilleryFaults, requestsOf } from './artilleryScript';
import { playExport, playground } from './playExport';
import { recordCalls } from './recordCalls';

const registry = new ProviderRegistry(providers);
const files = registry.ids.flatMap((id) => {
  const folder = path.join('src', 'providers', id, 'scenarios');
  return existsSync(folder) ? readdirSync(folder).map((name) => ({ id, file: path.join(folder, name) })) : [];
});

/* What is exported does what `esign run` does: the same calls, with the same values. */
describe('The scenarios of the product, exported,', () => {
  let folder = '';
  before(() => {
    folder = playground();
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are all there', () => assert.ok(files.length >= 10));

  for (const { id, file } of files) {
    it(`${id}: ${path.basename(file)} calls the same from every target`, async () => {
      const run = await recorded(id, (env) => esign(['run', file, '--json'], env));
      assert.equal(run.code, 0, run.output);
      for (const target of exportTargets) {
        const exported = await esign(['export', target, file], {});
        assert.equal(exported.code, 0, exported.err);
        assert.doesNotMatch(exported.output, /emulator-(?:client-secret|password|api-key|refresh-token)/);
        if (target === 'artillery') {
          assert.deepEqual(artilleryFaults(exported.output), []);
          assert.equal(requestsOf(exported.output), withoutRefused(run.calls).length);
          continue;
        }
        const played = await recorded(id, (env) => playExport(folder, target, exported.output, env));
        assert.equal(played.code, 0, `${target}: ${played.output}`);
        assert.deepEqual(played.calls, target === 'http' ? withoutRefused(run.calls) : run.calls, target);
      }
    });
  }
});

/**
 * Where nothing can be asked of a reply, tokens are fetched before a call that may be too late for the old ones, and not
 * after it was refused: it is not sent twice.
 */
function withoutRefused(calls: readonly string[]): readonly string[] {
  return calls.filter((call, index) => {
    const again = calls.indexOf(call, index + 1);
    const between = calls.slice(index + 1, Math.max(index + 1, again));
    const wasRefused = between.length > 0 && between.every((one) => calls.indexOf(one) < index);
    return !wasRefused;
  });
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

async function esign(args: readonly string[], env: Record<string, string>): Promise<Ended & { readonly err: string }> {
  const printed = { out: '', err: '' };
  const code = await runCommandLine(
    {
      registry,
      env,
      cwd: process.cwd(),
      colors: false,
      isTerminal: false,
      signal: new AbortController().signal,
      out: (text) => {
        printed.out += text;
      },
      err: (text) => {
        printed.err += text;
      },
    },
    args,
  );
  return { code, output: printed.out, err: printed.err };
}

/** On a fresh emulator, with its demo account in the environment. */
async function recorded(id: string, play: (env: Record<string, string>) => Promise<Ended>) {
  const provider = await registry.provider(id);
  assert.ok(provider);
  const outcome = await startEmulators([provider]);
  assert.ok(outcome.kind === 'running');
  const [server] = outcome.running.servers;
  assert.ok(server);
  const recorder = await recordCalls(server.baseUrl);
  try {
    const ended = await play(emulatorVariables({ ...server, baseUrl: recorder.baseUrl }));
    return { ...ended, calls: recorder.calls() };
  } finally {
    await recorder.close();
    await outcome.running.stop();
  }
}
