import assert from 'node:assert/strict';
import { emulatorConnection } from '../../src/core/connections/connection';
import { diagnose } from '../../src/core/diagnosis/diagnose';
import { diagnosisText } from '../../src/core/diagnosis/diagnosisText';
import { ProviderRegistry } from '../../src/core/registry';
import { isReading } from '../../src/core/sending/asking/mayBeSent';
import { SendSession } from '../../src/core/sending/sendSession';
import { startEmulators } from '../../src/node/emulator/emulatorServer';
import { networkLook } from '../../src/node/http/networkLook';
import { directRoutes } from '../../src/node/http/routes/directRoutes';
import { nodeMachine } from '../../src/node/nodeMachine';
import { providers } from '../../src/providers';

const registry = new ProviderRegistry(providers);

describe('The cheapest call of', () => {
  for (const id of registry.ids) {
    it(`${id} changes nothing, and a diagnosis of its emulator passes`, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      const { cheapestCall, operations } = provider;
      const operation = operations.find((one) => one.id === cheapestCall?.operation);
      assert.equal(operation === undefined, cheapestCall === undefined, 'it is no operation of the provider');
      if (operation !== undefined) assert.ok(isReading(operation));
      const definition = await provider.emulator?.();
      if (definition === undefined) return;
      const outcome = await startEmulators([provider]);
      assert.ok(outcome.kind === 'running');
      const connection = emulatorConnection(provider, outcome.running.servers[0]?.baseUrl ?? '');
      const sending = new SendSession(nodeMachine()).ports({
        credentials: async () => ({ kind: 'found', credentials: definition.credentials }),
        readFile: async () => ({ kind: 'unreadable', reason: 'nothing is read' }),
      });
      const ports = { sending, look: networkLook(directRoutes(), 5_000) };
      const diagnosis = await diagnose({ provider, connection }, ports);
      await outcome.running.stop();
      const bad = diagnosis.steps.filter(({ verdict }) => verdict === 'failed' || verdict === 'warned');
      assert.deepEqual(bad, [], diagnosisText(diagnosis));
    });
  }
});
