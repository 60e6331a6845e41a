import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { CredentialKind } from '../../src/core/auth';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { questionsOfKind } from '../../src/vscode/credentials/credentialFields';
import { type ProxyServer, startProxy } from '../unit/fixtures/proxyServer';
import { seesNoBarrier } from './harness/axe';
import { type DocumentedServer, startDocumentedServer } from './harness/documentedServer';
import { sharedEditorHost } from './harness/editorHost';
import { fillField } from './harness/fillField';
import { chooseEnvironment, fillCredentials, press, setUpOf } from './harness/setUpForm';
import { storedEditors } from './harness/storedState';
import { type Theme, themes } from './harness/themes';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* From nothing to a working connection, at a server that is no emulator, with a fault at each step on the way. */

describe('Setting up a connection', () => {
  let workbench: Workbench;
  let proxy: ProxyServer;

  before(async () => {
    proxy = await startProxy({ status: 403 });
    workbench = await Workbench.open({
      settings: { 'http.proxy': `http://${proxy.address}`, 'http.noProxy': ['esign.invalid'] },
    });
    await workbench.openView('E-Sign');
  });

  beforeEach(() => workbench.runCommand('View: Close All Editors'));

  after(async () => {
    await workbench.close();
    await proxy.close();
  });

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

  it('stands in nobody’s way in any theme, with a test that failed', async () => {
    const [entry] = providers;
    const provider = await entry?.load();
    const [kind] = provider?.auth.kinds ?? [];
    assert.ok(provider && kind);
    await workbench.runCommand('E-Sign: Add Connection…');
    await workbench.quickInput.choose(provider.title);
    const form = await setUpOf(workbench);
    await seesNoBarrier(form);
    await chooseEnvironment(form, 'Other address…');
    await fillField(form, '/connection/baseUrl', 'http://127.0.0.1:9');
    await fillCredentials(form, provider.auth.kinds, kind, madeUp(kind));
    await comesTo(form, 'failed', 'Connection', /Nothing listens/);
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.setTheme(theme);
      await seesNoBarrier(form);
    }
  });

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
    for (const { name, secret } of questionsOfKind(kind)) {
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
    await fillCredentials(form, provider.auth.kinds, kind, madeUp(kind));
    for (const [address, step, words] of onTheWay) {
      await fillField(form, '/connection/baseUrl', address);
      await comesTo(form, 'failed', step, words);
    }
    await fillField(form, '/connection/baseUrl', server.secureUrl);
    await comesTo(
      form,
      'failed',
      'Certificate',
      /Example server, issued by Example Company CA.*Install the certificate authority/,
    );
    assert.deepEqual(server.called, []);
    await fillField(form, '/connection/baseUrl', server.url);
    const isTokenCall = ({ authorization = 'token' }: Operation) => authorization !== 'token';
    server.behave({ refuses: isTokenCall });
    await test(form);
    if (server.called.some(isTokenCall)) await says(form, 'failed', 'Token', refusedWords);
    server.behave({ refuses: (operation) => !isTokenCall(operation) });
    if (provider.cheapestCall !== undefined) await comesTo(form, 'failed', 'Call', refusedWords);
    server.behave({ date: 'Fri, 01 Jan 2100 00:00:00 GMT' });
    await comesTo(form, 'passed', 'Clock', /behind the server.*Set the clock/);
    server.behave({});
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

  /** The test ends so, and this step says what was found and what to do about it. */
  async function comesTo(form: FrameLocator, state: 'passed' | 'failed', step: string, words: RegExp): Promise<void> {
    await press(form, 'test');
    await says(form, state, step, words);
  }

  async function test(form: FrameLocator): Promise<void> {
    await press(form, 'test');
    await form.locator('main[data-state="passed"], main[data-state="failed"]').first().waitFor();
  }

  async function says(form: FrameLocator, state: 'passed' | 'failed', step: string, words: RegExp): Promise<void> {
    await form.locator(`main[data-state="${state}"]`).waitFor();
    // What was shown before stays until the test has ended.
    const outcome = state === 'failed' ? 'failed' : 'warning';
    const told = form
      .locator(`[data-outcome="${outcome}"]`)
      .filter({ has: workbench.page.getByRole('heading', { name: new RegExp(`^${step}`) }) });
    await told.locator('.test-next').waitFor();
    assert.match((await told.innerText()).replace(/\s+/g, ' '), words);
  }
});

/** A made-up reply may hold the made-up token, and is masked then: only its status is sure to be told. */
const refusedWords = /answered (?:with )?4\d\d/;

/** What ends the way to an API before anything of a call leaves. */
const onTheWay: readonly (readonly [address: string, step: string, words: RegExp])[] = [
  ['https://esign.invalid', 'Host name', /Check the host name/],
  ['http://127.0.0.1:9', 'Connection', /Nothing listens/],
  ['https://elsewhere.example', 'Proxy', /setting 'http\.proxy' of VS Code.*403.*Ask whoever runs the proxy/],
];

function madeUp(kind: CredentialKind): Readonly<Record<string, string>> {
  const fields = questionsOfKind(kind).filter(({ name }) => name !== 'refreshToken');
  return Object.fromEntries(fields.map(({ name }) => [name, `made-up-${name}-0123456789`]));
}
