import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { ProviderRegistry } from '../../../../src/core/registry';
import { probeEmulator } from '../../../../src/node/emulator/probeEmulator';
import { providers } from '../../../../src/providers';
import { openEmulators } from '../../../../src/vscode/emulator/emulatorHandle';
import type { EmulatorHandle } from '../../../../src/vscode/emulator/foundEmulators';
import { EmulatorThread } from '../../../../src/vscode/emulator/thread/emulatorThread';

describe('Emulators of the editor', () => {
  const opened: EmulatorHandle[] = [];
  const thread = new EmulatorThread(resolve('dist/extension/emulatorWorker.js'));
  const onLost = (reason: string) => assert.fail(reason);
  const registry = new ProviderRegistry(providers);

  async function open(portBase: number) {
    const outcome = await openEmulators(thread, registry.entries, { portBase, onLost, onEvent: () => {} });
    opened.push(outcome.handle);
    return outcome;
  }

  const portOf = (handle: EmulatorHandle) => Number(new URL(handle.address(registry.ids[0] ?? '') ?? '').port);

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((handle) => handle.stop()));
  });

  after(() => thread.end());

  it('start on free ports, one for each provider', async () => {
    const { handle, notice } = await open(0);
    const addresses = registry.ids.map((id) => handle.address(id));
    assert.equal(new Set(addresses).size, registry.ids.length);
    assert.equal(notice, undefined);
    assert.equal(handle.attached, false);
    assert.equal((await probeEmulator(addresses[0] ?? ''))?.provider, registry.ids[0]);
  });

  it('of another window are used, and stay when this one lets go of them', async () => {
    const base = portOf((await openOnConsecutivePorts()).handle);
    const { handle } = await open(base);
    assert.equal(handle.attached, true);
    assert.equal(portOf(handle), base);
    const before = await probeEmulator(`http://127.0.0.1:${base}`);
    await handle.advance(60);
    const after = await probeEmulator(`http://127.0.0.1:${base}`);
    assert.ok(Date.parse(after?.now ?? '') - Date.parse(before?.now ?? '') >= 3_600_000);
    await handle.reset();
    await handle.stop();
    assert.equal((await probeEmulator(`http://127.0.0.1:${base}`))?.provider, registry.ids[0]);
  });

  it('go to free ports when something else listens on theirs, and say so', async () => {
    const server = createServer((_request, response) => response.end('something else')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { handle, notice } = await open(port);
    assert.notEqual(portOf(handle), port);
    assert.match(notice ?? '', new RegExp(`Port ${port} is in use`));
    server.close();
  });

  /** The ports after a free one may be taken by chance: then another one is tried. */
  async function openOnConsecutivePorts() {
    for (;;) {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      server.close();
      await once(server, 'close');
      const outcome = await open(port);
      if (outcome.notice === undefined) return outcome;
    }
  }
});
