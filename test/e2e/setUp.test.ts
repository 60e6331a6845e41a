import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { CredentialKind } from '../../src/core/auth';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { fieldsOf } from '../../src/vscode/credentials/credentialFields';
import { type DocumentedServer, startDocumentedServer } from './harness/documentedServer';
import { sharedEditorHost } from './harness/editorHost';
import { fillField } from './harness/fillField';
import { chooseEnvironment, fillCredentials, press, setUpOf } from './harness/setUpForm';
import { storedEditors } from './harness/storedState';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* From nothing to a working connection, at a server that is no emulator, with a fault at the steps on the way. */

describe('Setting up a connection', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open();
    await workbench.openView('E-Sign');
  });

  after(() => workbench.close());

  for (const { id, load } of providers) {
    it(`of ${id} says what fails, and ends in one that works`, async () => {
      const provider = await load();
      const server = await startDocumentedServer(provider);
      try {
        await setUp(provider, server);
      } finally {
        await server.end();
      }
    });
  }

  it('outlives a reload with all that was filled in but the secrets', async () => {
    const [entry] = providers;
    const provider = await entry?.load();
    const [kind] = provider?.auth.kinds ?? [];
    assert.ok(provider && kind);
    await workbench.runCommand('View: Close All Editors');
    await until('the tabs to be forgotten', async () => !(await isStored()) || undefined);
    await workbench.runCommand('E-Sign: Add Connection…');
    await workbench.quickInput.choose(provider.title);
    const form = await setUpOf(workbench);
    await chooseEnvironment(form, 'Other address…');
    await fillField(form, '/connection/baseUrl', 'https://esign.invalid');
    await fillCredentials(form, provider.auth.kinds, kind, madeUp(kind));
    // In a browser the window writes its tabs every few seconds.
    await until('the tab to be stored', async () => (await isStored()) || undefined);
    await workbench.reload();
    const again = await setUpOf(workbench);
    await again.getByText('This was filled in before and never saved.').waitFor();
    const address = again.locator('[data-pointer="/connection/baseUrl"] [data-control]');
    assert.equal(
      await address.evaluate((element) => (element as unknown as { value: string }).value),
      'https://esign.invalid',
    );
    for (const { name, secret } of fieldsOf(kind)) {
      if (!secret) continue;
      const control = again.locator(`[data-pointer="/credentials/${name}"] [data-control]`);
      assert.equal(await control.evaluate((element) => (element as unknown as { value: string }).value), '');
    }
  });

  const isStored = async (): Promise<boolean> => (await storedEditors(workbench.page)).includes('esign.setUp');

  async function setUp(provider: Provider, server: DocumentedServer): Promise<void> {
    const tree = workbench.tree('Providers');
    // A row that is drawn anew, as the last connection comes in, does not say whose it is.
    await workbench.runCommand('E-Sign: Add Connection…');
    await workbench.quickInput.choose(provider.title);
    const form = await setUpOf(workbench);
    const [kind] = provider.auth.kinds;
    assert.ok(kind);
    await chooseEnvironment(form, 'Other address…');
    await fillField(form, '/connection/baseUrl', 'https://esign.invalid');
    await fillCredentials(form, provider.auth.kinds, kind, madeUp(kind));
    await fails(form, /^Host name/);
    await fillField(form, '/connection/baseUrl', 'http://127.0.0.1:9');
    await fails(form, /^Connection/);
    assert.deepEqual(server.called, []);
    server.refuse(true);
    await fillField(form, '/connection/baseUrl', server.url);
    await fails(form, /^(?:Token|Call)/);
    server.refuse(false);
    await press(form, 'save');
    const title = server.url.replace('http://', '');
    await tree.item(provider.title, title).find();
    assert.ok(server.called.length > 0);
    const { userDataDir } = await sharedEditorHost();
    const settings = readFileSync(join(userDataDir, 'User', 'settings.json'), 'utf8');
    assert.ok(settings.includes(server.url));
    for (const value of Object.values(madeUp(kind)))
      assert.ok(!settings.includes(value), `${value} is in the settings`);
  }

  async function fails(form: FrameLocator, step: RegExp): Promise<void> {
    await press(form, 'test');
    await form.locator('main[data-state="failed"]').waitFor();
    // What was shown before stays until the test has ended.
    const failed = form
      .locator('[data-outcome="failed"]')
      .filter({ has: workbench.page.getByRole('heading', { name: step }) });
    await failed.locator('.test-next').waitFor();
  }
});

function madeUp(kind: CredentialKind): Readonly<Record<string, string>> {
  const fields = fieldsOf(kind).filter(({ name }) => name !== 'refreshToken');
  return Object.fromEntries(fields.map(({ name }) => [name, `made-up-${name}-0123456789`]));
}
