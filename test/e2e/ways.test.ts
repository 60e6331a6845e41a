import * as assert from 'node:assert/strict';
import { providers } from '../../src/providers';
import { seesNoBarrier } from './harness/axe';
import { Workbench } from './harness/workbench';

const [first] = providers.filter(({ rung }) => rung === 'emulated');

describe('Ways a call fails', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': 0 } });
    await workbench.openView('E-Sign');
  });

  after(() => workbench.close());

  it('are listed, provoked with one choice, and explained in the reply, which leads to the others', async () => {
    assert.ok(first);
    const { quickInput } = workbench;
    const operation = (await first.load()).operations.find(({ failures = [] }) => failures.length > 1);
    assert.ok(operation);
    await workbench.tree('Providers').item(first.title).menu('Ways This Fails…');
    await quickInput.choose(operation.title, operation.title);
    await quickInput.box.getByText('The emulator can be made to answer so').waitFor();
    await quickInput.acceptChosen();
    const reply = await workbench.webview('[data-action="waysToFail"]');
    assert.match(await reply.locator('.api-error').first().innerText(), /\S/);
    await seesNoBarrier(reply, '.explanation-end');
    await reply.locator('[data-action="waysToFail"]').first().click();
    await quickInput.box.getByText('The emulator can be made to answer so').waitFor();
    await quickInput.cancel();
  });
});
