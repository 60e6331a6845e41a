import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startEmulators } from '../../../../src/node/emulator/emulatorServer';
import type { RunningEmulators } from '../../../../src/node/emulator/runningEmulators';
import { demoProvider } from '../../emulator/demoProvider';

describe('Worlds of a server', () => {
  let running: RunningEmulators;
  before(async () => {
    const outcome = await startEmulators([demoProvider]);
    assert.ok(outcome.kind === 'running');
    running = outcome.running;
  });
  after(() => running.stop());

  it('are gone once they are dropped, and what they held with them', async () => {
    const held = await Promise.all(Array.from({ length: 30 }, (_unused, number) => useAndDrop(`world-${number}`)));
    const { worlds } = (await (await fetch(`${addressOf(running)}/__emulator/worlds`)).json()) as { worlds: unknown[] };
    assert.deepEqual(worlds, []);
    const left = () => held.filter((one) => one.deref() !== undefined).length;
    await collectUntil(() => left() === 0);
    assert.equal(left(), 0);
  });

  /** By the control of the server, as tests do it. */
  async function useAndDrop(name: string): Promise<WeakRef<object>> {
    const world = running.world(name);
    assert.ok(typeof world === 'object');
    const headers = { authorization: 'Bearer demo-token', 'content-type': 'application/json' };
    const body = JSON.stringify({ text: name, copies: 1 });
    const made = await fetch(`${addressOf(world)}/api/v1/notes/new`, { method: 'POST', headers, body });
    assert.equal(made.status, 201);
    const emulator = new WeakRef<object>(world.servers[0]?.emulator ?? {});
    const control = { 'x-esign-emulator': '1' };
    const drop = { method: 'POST', headers: control, body: JSON.stringify({ name }) };
    assert.equal((await fetch(`${addressOf(running)}/__emulator/worlds/drop`, drop)).status, 200);
    return emulator;
  }
});

function addressOf({ servers }: RunningEmulators): string {
  return servers[0]?.baseUrl ?? '';
}

/** A few turns of the event loop, after which nothing of the last requests holds anything. */
async function collectUntil(isEnough: () => boolean): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let turn = 0; turn < 20 && !isEnough(); turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
}
