import * as assert from 'node:assert/strict';
import type { Provider } from '../../src/core/provider';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { firstProvider } from './harness/firstProvider';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* The emulator of the command line on the ports of the settings, as `npm start` leaves it. */

describe('An emulator that runs already', () => {
  let emulator: Emulator;
  let workbench: Workbench;
  let provider: Provider;

  before(async () => {
    provider = await firstProvider();
    emulator = await startEmulator();
    workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': emulator.portBase } });
    await workbench.openView('E-Sign');
  });

  after(async () => {
    await workbench?.close();
    await emulator?.end();
  });

  const item = () => workbench.tree('Providers').item(provider.title, 'Emulator');

  it('is shown as running before anything is asked of it', async () => {
    const { host } = new URL(emulator.providers[provider.id]?.baseUrl ?? '');
    await until('the emulator', async () => (await item().description()) === `running · ${host}` || undefined);
  });

  it('goes on when the window lets go of it', async () => {
    await workbench.runCommand('E-Sign: Stop Emulator');
    await workbench.page.getByText('This window let go of the emulator').first().waitFor();
    await until(
      'the emulator to be let go',
      async () => (await item().description()).startsWith('starts when needed') || undefined,
    );
    const reply = await fetch(`${emulator.providers[provider.id]?.baseUrl}/__emulator`);
    assert.equal(reply.status, 200);
  });
});
