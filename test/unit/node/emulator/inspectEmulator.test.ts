import assert from 'node:assert/strict';
import { startEmulators } from '../../../../src/node/emulator/emulatorServer';
import { keepBodies, readFaultsAndFailures, readLog, readLogged } from '../../../../src/node/emulator/inspectEmulator';
import type { RunningEmulators } from '../../../../src/node/emulator/runningEmulators';
import { demoProvider } from '../../emulator/demoProvider';

describe('An emulator that is looked into over its port', () => {
  let running: RunningEmulators;
  let baseUrl: string;

  before(async () => {
    const outcome = await startEmulators([demoProvider]);
    assert.ok(outcome.kind === 'running');
    running = outcome.running;
    baseUrl = running.servers[0]?.baseUrl ?? '';
  });
  after(() => running.stop());

  it('keeps bodies from when it is told to until it is told not to', async () => {
    assert.equal((await readLog(baseUrl))?.keepsBodies, false);
    assert.equal(await keepBodies(baseUrl, true), true);
    await fetch(`${baseUrl}/api/v1/notes/first?tag=a&tag=b`, { headers: { authorization: 'Bearer demo-token' } });
    const log = await readLog(baseUrl);
    assert.deepEqual([log?.keepsBodies, log?.requests.map(({ isKept }) => isKept)], [true, [true]]);
    const content = await readLogged(baseUrl, 1);
    assert.equal(content?.address, `${baseUrl}/api/v1/notes/first?tag=a&tag=b`);
    assert.equal(content.request.headers['authorization'], 'Bearer ‹secret:authorization›');
    assert.equal(await keepBodies(baseUrl, false), true);
    assert.equal(await readLogged(baseUrl, 1), undefined);
    assert.deepEqual(
      (await readLog(baseUrl))?.requests.map(({ isKept }) => isKept),
      [false],
    );
  });

  it('tells its faults, and nothing given up where it sends nothing', async () => {
    running.servers[0]?.emulator.reset();
    await fetch(`${baseUrl}/__emulator/faults`, {
      method: 'POST',
      headers: { 'x-esign-emulator': '1' },
      body: '{"status":503,"times":2}',
    });
    assert.deepEqual(await readFaultsAndFailures(baseUrl), { faults: [{ status: 503, times: 2 }], givenUp: [] });
  });

  it('is none elsewhere', async () => {
    for (const address of ['http://127.0.0.1:1', 'https://example.com']) {
      assert.equal(await readLog(address), undefined);
      assert.equal(await readLogged(address, 1), undefined);
      assert.equal(await keepBodies(address, true), false);
      assert.deepEqual(await readFaultsAndFailures(address), { faults: [], givenUp: [] });
    }
  });
});
