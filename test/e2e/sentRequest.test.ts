import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { requestEditor, scratchScheme } from '../../src/vscode/shell/ids';
import { linkExtensions } from '../host/editor/extensions.mjs';
import { root } from '../host/paths.mjs';
import { backupsOf } from './harness/backups';
import { crashCommand, crashExtension } from './harness/crashExtension';
import { type EditorHost, startEditorHost } from './harness/editorHost';
import { forgetEditors, storedEditors, storedState } from './harness/storedState';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* What was sent counts as saved, and the editor backs up nothing of it: it stays all the same, however its window ends. */

describe('A request of no file that was sent', () => {
  let host: EditorHost;
  let workbench: Workbench;
  let title: string;
  let path: string;
  let name: string;
  let pointer: string;

  before(async () => {
    const load = providers[0]?.load;
    assert.ok(load);
    const provider: Provider = await load();
    const operation = provider.operations.find(({ request }) => request.path !== undefined);
    assert.ok(operation?.request.path);
    ({ title, path } = operation);
    pointer = `/path/${Object.keys(operation.request.path.shape)[0]}`;
    name = `${title}.esign.json`;
    host = await startEditorHost((extensionsDir) => linkExtensions(extensionsDir, root, crashExtension()));
    // As on a desktop: in a browser the editor saves by itself.
    workbench = await Workbench.open({ host, settings: { 'files.autoSave': 'off' } });
    await workbench.openView('E-Sign');
    await workbench.runCommand('E-Sign: New Request…');
    await workbench.quickInput.choose(title, path);
    await form();
  });

  after(async () => {
    await workbench?.close();
    await host?.server.end();
  });

  const form = () => workbench.webview('[data-action="send"]');
  const field = async (): Promise<Locator> =>
    (await form()).locator(`[data-pointer="${pointer}"]`).locator('input, textarea').first();
  const shows = (value: string) =>
    until(`the field to hold "${value}"`, async (patience) =>
      (await (await field()).inputValue({ timeout: patience })) === value ? true : undefined,
    );
  const dirtyTab = () => workbench.page.locator('.tabs-container .tab.dirty').filter({ hasText: name });

  async function type(value: string): Promise<void> {
    await (await field()).fill(value);
    await (await field()).blur();
    await dirtyTab().waitFor();
  }

  async function send(value: string): Promise<void> {
    await type(value);
    await (await form()).locator('[data-action="send"]').click();
    // Whatever its other values lack.
    await (await form()).getByRole('button', { name: 'Send anyway' }).click();
    await untilEqual(() => dirtyTab().count(), 0);
    // What is backed up comes back as changed.
    await until('the backup to go', async () => !backupsOf(host).includes(value) || undefined);
  }

  const untilStored = () =>
    until('the tab', async () => {
      const stored = await storedEditors(workbench.page);
      return (stored.includes(scratchScheme) && stored.includes(requestEditor)) || undefined;
    });

  it('comes back as it was sent, after a reload', async () => {
    await send('sent');
    await untilStored();
    await workbench.reload();
    await shows('sent');
    assert.equal(await dirtyTab().count(), 0);
  });

  it('comes back as it was changed behind that', async () => {
    await type('changed');
    await until('the backup', async () => backupsOf(host).includes('changed') || undefined);
    await workbench.reload();
    await shows('changed');
    assert.equal(await dirtyTab().count(), 1);
  });

  it('comes back where the window ended before it had stored its tabs', async () => {
    await send('sent again');
    await until('what is open', async () => isKeptOpen(await storedState(workbench.page)) || undefined);
    // The window may be just writing them again.
    await until('the tab to be forgotten', async () => {
      await forgetEditors(workbench.page);
      return !(await storedEditors(workbench.page)).includes(scratchScheme) || undefined;
    });
    await workbench.reload();
    await shows('sent again');
    assert.equal(await dirtyTab().count(), 0);
    assert.equal(await workbench.tab(name).count(), 1);
  });

  it('is heard again when what runs extensions crashes, with what was typed before', async () => {
    await type('before the crash');
    const page = await form();
    await page.locator('body').evaluate((body) => body.setAttribute('data-before', ''));
    await workbench.runCommand(crashCommand);
    await until('another page', async () => {
      const again = await form();
      return (await again.locator('body[data-before]').count()) === 0 || undefined;
    });
    await shows('before the crash');
    assert.equal(await dirtyTab().count(), 1);
    await type('after the crash');
    await until('the backup', async () => backupsOf(host).includes('after the crash') || undefined);
  });

  it('is gone where it was closed by hand', async () => {
    await workbench.runCommand('View: Close Editor');
    await workbench.dialog().getByRole('button', { name: "Don't Save" }).click();
    await workbench.tab(name).waitFor({ state: 'detached' });
    await untilEqual(async () => (await storedEditors(workbench.page)).includes(scratchScheme), false);
    await untilEqual(async () => isKeptOpen(await storedState(workbench.page)), false);
    await workbench.reload();
    await workbench.openView('E-Sign');
    await workbench
      .tree('Providers')
      .item(providers[0]?.title ?? '')
      .find();
    assert.equal(await workbench.tab(name).count(), 0);
  });
});

/** The request is open, as the window stores what the extension keeps. */
function isKeptOpen(state: string): boolean {
  return /openScratches[^}]*esign-scratch:/.test(state);
}
