import * as assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { initialValues } from '../../src/core/forms/initialValues';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { callWithoutValues } from '../unit/fixtures/callWithoutValues';
import { Workbench } from './harness/workbench';

/* A server that takes every request and never answers, instead of the emulator. */

describe('Sending to a server that does not answer', () => {
  let server: Server;
  let workbench: Workbench;
  let asked: number;

  before(async () => {
    const load = providers[0]?.load;
    assert.ok(load);
    const provider: Provider = await load();
    const operation = callWithoutValues(provider.operations);
    assert.ok(operation);
    asked = 0;
    server = createServer(() => {
      asked += 1;
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    workbench = await Workbench.open({
      settings: {
        'esign.connections': [{ id: 'silent', provider: provider.id, title: 'Silent', baseUrl }],
        'esign.send.totalTimeoutSeconds': 600,
        'esign.send.connectTimeoutSeconds': 600,
      },
      files: { 'silent.esign.json': { operation: operation.id, connection: 'silent', ...initialValues(operation) } },
    });
    await workbench.openView('Explorer');
    await workbench.openFile('silent.esign.json');
    await (await form()).locator('[data-action="send"]').click();
    const account = (await provider.emulator?.())?.credentials ?? {};
    const { questionsOfKind } = await import('../../src/vscode/credentials/credentialFields');
    const [kind] = provider.auth.kinds;
    assert.ok(kind);
    if (provider.auth.kinds.length > 1) await workbench.quickInput.choose(kind.title);
    for (const { name, prompt } of questionsOfKind(kind))
      await workbench.quickInput.answer(prompt, account[name] ?? '');
  });

  after(async () => {
    await workbench?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const form = () => workbench.webview('[data-pointer], [data-action="send"], [data-action="cancel"]');
  const reply = () => workbench.webview('main[data-state]');

  async function isCancelled(): Promise<void> {
    await (await reply()).locator('main[data-state="problem"]').waitFor();
    await (await reply()).getByText('Cancelled', { exact: true }).first().waitFor();
  }

  it('is under way in form and reply, and cancelled from the reply', async () => {
    await (await reply()).locator('main[data-state="sending"]').waitFor();
    await (await form()).locator('[data-action="cancel"]').waitFor();
    for (const page of [await form(), await reply()]) {
      const timer = page.getByRole('timer');
      await timer.waitFor();
      assert.match((await timer.textContent()) ?? '', /^\d+ s$/);
      assert.equal(await timer.locator('xpath=ancestor-or-self::*[@aria-live or @role="status"]').count(), 0);
    }
    await (await reply()).getByRole('button', { name: 'Cancel' }).click();
    await isCancelled();
    assert.ok(asked > 0);
  });

  it('is cancelled from the form', async () => {
    await (await form()).locator('[data-action="send"]').click();
    await (await reply()).locator('main[data-state="sending"]').waitFor();
    await (await form()).locator('[data-action="cancel"]').click();
    await isCancelled();
  });
});
