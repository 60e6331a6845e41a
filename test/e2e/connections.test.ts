import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '../../src/core/auth';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { questionsOfKind } from '../../src/vscode/credentials/credentialFields';
import { clickOn } from './harness/clickOn';
import { sharedEditorHost } from './harness/editorHost';
import { fillField } from './harness/fillField';
import { firstProvider } from './harness/firstProvider';
import { chooseEnvironment, fillCredentials, press, setUpOf } from './harness/setUpForm';
import type { Tree } from './harness/tree';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* A connection with an address of its own: the emulator's, as if it were somebody's server. */

describe('A connection to an address of one’s own', () => {
  let workbench: Workbench;
  let tree: Tree;
  let provider: Provider;
  let account: Credentials;
  let address: string;

  before(async () => {
    provider = await firstProvider();
    account = (await provider.emulator?.())?.credentials ?? {};
    workbench = await Workbench.open();
    await workbench.openView('E-Sign');
    tree = workbench.tree('Providers');
    await workbench.runCommand('E-Sign: Start Emulator');
    const host = await until('the address of the emulator', async () =>
      (await tree.item(provider.title, 'Emulator').description()).match(/^running · (.+)/)?.at(1),
    );
    address = `http://${host}`;
  });

  after(() => workbench.close());

  async function userSettings(): Promise<string> {
    const { userDataDir } = await sharedEditorHost();
    return readFileSync(join(userDataDir, 'User', 'settings.json'), 'utf8');
  }

  /** Who runs a command from the palette is asked which provider and connection it is about. */
  async function runOnConnection(title: string): Promise<void> {
    await workbench.runCommand(title);
    if (providers.length > 1) await chooseFrom('Provider', provider.title);
    await chooseFrom(`Connection of ${provider.title}`, 'My server');
  }

  async function chooseFrom(question: string, label: string): Promise<void> {
    await workbench.page.getByPlaceholder(question, { exact: true }).waitFor();
    await workbench.quickInput.choose(label);
  }

  const firstCollection = () => provider.resources.collections[0]?.title ?? '';

  it('is added by a form, which refuses an unsafe address, keeps what was typed and tests before it saves', async () => {
    await tree.item(provider.title).action('Add Connection');
    let form = await setUpOf(workbench);
    await chooseEnvironment(form, 'Other address…');
    await fillField(form, '/connection/baseUrl', 'http://api.example.com');
    await form.locator('[data-pointer="/connection/baseUrl"]').getByText('use https').waitFor();
    const [kind] = provider.auth.kinds;
    assert.ok(kind);
    await fillCredentials(form, provider.auth.kinds, kind, account);
    // A page that is hidden is thrown away.
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.runCommand('View: Close Editor');
    form = await setUpOf(workbench);
    const shown = await form.locator('main').evaluate((main) => main.outerHTML);
    for (const { name, secret } of questionsOfKind(kind)) {
      if (secret) assert.ok(!shown.includes(account[name] ?? ''), `${name} is in the page`);
    }
    assert.equal(
      await form.locator('[data-pointer="/connection/baseUrl"] input').inputValue(),
      'http://api.example.com',
    );
    await fillField(form, '/connection/baseUrl', address);
    await fillField(form, '/connection/title', 'My server');
    await press(form, 'save');
    await tree.item(provider.title, 'My server').find();
  });

  it('stands in the settings without a secret', async () => {
    const settings = await userSettings();
    assert.match(settings, /"id": "my-server"/);
    for (const value of Object.values(account)) assert.ok(!settings.includes(value), `${value} is in the settings`);
  });

  it('sends its credentials to a changed address only when that was confirmed', async () => {
    const moved = address.replace('127.0.0.1', 'localhost');
    const before = await tree.labels(provider.title, 'My server', firstCollection());
    await runOnConnection('E-Sign: Edit Connection…');
    const form = await setUpOf(workbench);
    await fillField(form, '/connection/baseUrl', moved);
    await press(form, 'saveUntested');
    await chooseFrom(`Send them to ${moved} too?`, "Don't send them");
    // Who enters others is asked nothing about those.
    await runOnConnection('E-Sign: Enter Credentials…');
    const box = workbench.page.locator('.quick-input-widget');
    await box.getByText(`Credentials of My server for ${moved}`).waitFor();
    assert.equal(await workbench.page.getByPlaceholder(`Send them to ${moved} too?`).count(), 0);
    await workbench.quickInput.cancel();
    await tree.item(provider.title, 'My server', firstCollection(), 'Confirm Address…').click();
    await chooseFrom(`Send them to ${moved} too?`, `Send them to ${moved} too`);
    await until('the documents', async () => {
      const labels = await tree.labels(provider.title, 'My server', firstCollection());
      return labels.join() === before.join() || undefined;
    });
  });

  it('asks for credentials that were forgotten', async () => {
    await runOnConnection('E-Sign: Forget Credentials');
    await tree.item(provider.title, 'My server', firstCollection(), 'Enter Credentials…').find();
  });

  it('is removed after a question', async () => {
    await runOnConnection('E-Sign: Remove Connection…');
    await clickOn('the removal', workbench.dialog().getByRole('button', { name: 'Remove' }));
    await until(
      'the connection to go',
      async () => (await tree.labels(provider.title)).join() === 'Emulator' || undefined,
    );
    await until(
      'the settings to be without it',
      async () => !(await userSettings()).includes('my-server') || undefined,
    );
  });
});
