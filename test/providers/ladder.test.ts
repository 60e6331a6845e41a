import assert from 'node:assert/strict';
import { emulatorConnectionId } from '../../src/core/connections/connection';
import type { Provider, Rung } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { rungWords } from '../../src/core/rungWords';
import { runCase } from '../../src/core/scenarios/runCase';
import { chooseConnection } from '../../src/headless/chooseConnection';
import { referencePage } from '../../src/headless/reference/referencePage';
import { defineProvider } from '../../src/kit/defineProvider';
import { startEmulators } from '../../src/node/emulator/emulatorServer';
import { openServer } from '../unit/fixtures/openStage';
import { described, emulator, getPaper, resources } from '../unit/fixtures/toyProvider';
import { requirements } from './contract';

const rungs: Readonly<Record<Rung, Provider>> = {
  described: defineProvider({ ...described, rung: 'described' }),
  listed: defineProvider({ ...described, rung: 'listed', resources }),
  emulated: defineProvider({ ...described, rung: 'emulated', portOffset: 0, resources, emulator }),
};

describe('A toy API on the ladder', () => {
  for (const [rung, provider] of Object.entries(rungs)) {
    it(`${rung}: is accepted, and its page says what there is`, async () => {
      assert.deepEqual(await faultsOf(provider), []);
      const page = referencePage(provider, { variableOf: (id, field) => `${id}-${field}` });
      assert.ok(page.includes(rungWords(provider.rung).sentence));
      assert.equal(page.includes('## In the tree'), provider.rung !== 'described');
      assert.equal(page.includes('emulator made them up'), provider.rung === 'emulated');
      const connection = provider.rung === 'emulated' ? emulatorConnectionId : 'production';
      assert.ok(page.includes(`"connection": "${connection}"`));
    });
  }

  const claims: readonly (readonly [claim: Rung, has: Rung])[] = [
    ['listed', 'described'],
    ['emulated', 'described'],
    ['emulated', 'listed'],
    ['described', 'listed'],
    ['described', 'emulated'],
    ['listed', 'emulated'],
  ];
  for (const [claim, has] of claims) {
    it(`is not accepted as ${claim} when it is ${has}`, async () => {
      assert.notDeepEqual(await faultsOf({ ...rungs[has], rung: claim }), []);
    });
  }

  it('is emulated on the last rung only', async () => {
    const registry = new ProviderRegistry(
      Object.values(rungs).map((provider) => ({ ...provider, id: provider.rung, load: async () => provider })),
    );
    const outcome = await startEmulators(await registry.emulated());
    assert.ok(outcome.kind === 'running');
    assert.equal(outcome.running.servers.length, 1);
    await outcome.running.stop();
    const kinds = Object.values(rungs).map((provider) => {
      const chosen = chooseConnection(provider, { id: emulatorConnectionId, baseUrl: undefined }, {});
      return 'kind' in chosen ? chosen.kind : undefined;
    });
    assert.deepEqual(kinds, ['unknownConnection', 'unknownConnection', 'emulatorStopped']);
  });

  it('plays its cases on the last rung', async () => {
    const { stage, close } = await openServer(rungs.emulated, {});
    const paper = { operation: getPaper.id, reply: { status: 200, body: { id: '7' } } };
    const lost = { operation: getPaper.id, failure: 'lost', reply: { status: 404 } };
    assert.deepEqual(await runCase(stage, { name: 'a paper', ...paper, values: { path: { paper: '7' } } }), []);
    assert.deepEqual(await runCase(stage, { name: 'a lost one', ...lost, values: { path: { paper: '8' } } }), []);
    await close();
  });
});

/** The sentences that do not hold. */
async function faultsOf(provider: Provider): Promise<readonly string[]> {
  const broken = await Promise.all(
    Object.entries(requirements).map(async ([sentence, faults]) =>
      (await faults(provider)).map((fault) => `${sentence}: ${fault}`),
    ),
  );
  return broken.flat();
}
