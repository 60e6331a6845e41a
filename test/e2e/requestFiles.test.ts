import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { requestEditor, scratchScheme } from '../../src/vscode/shell/ids';
import { backupsOf } from './harness/backups';
import { clickInto } from './harness/clickOn';
import { sharedEditorHost } from './harness/editorHost';
import { forgetEditors, storedEditors, storedState } from './harness/storedState';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* What VS Code does for any file, done for a request: the form is an editor of a text. */

describe('A request file', () => {
  const mark = ' '.repeat(12);
  let workbench: Workbench;
  let name: string;
  let pointer: string;

  before(async () => {
    const load = providers[0]?.load;
    assert.ok(load);
    const provider: Provider = await load();
    const operation = provider.operations.find(({ request }) => request.path !== undefined);
    assert.ok(operation?.request.path);
    pointer = `/path/${Object.keys(operation.request.path.shape)[0]}`;
    name = `${operation.title}.esign.json`;
    // As on a desktop: in a browser the editor saves by itself.
    workbench = await Workbench.open({ settings: { 'files.autoSave': 'off' } });
    await workbench.runCommand('E-Sign: New Request…');
    await workbench.quickInput.choose(operation.title, operation.path);
    await form();
  });

  after(() => workbench?.close());

  const form = () => workbench.webview('[data-action="send"]');
  const field = async (): Promise<Locator> =>
    (await form()).locator(`[data-pointer="${pointer}"]`).locator('input, textarea').first();
  const shows = (value: string) =>
    until(`the field to hold "${value}"`, async (patience) =>
      (await (await field()).inputValue({ timeout: patience })) === value ? true : undefined,
    );
  const text = () => workbench.page.locator('.monaco-editor[role="code"] .view-lines').first();
  const dirtyTab = () => workbench.page.locator('.tabs-container .tab.dirty').filter({ hasText: name });

  async function type(value: string): Promise<void> {
    await (await field()).fill(value);
    await (await field()).blur();
  }

  it('is nobody’s work until a hand changes it', async () => {
    await workbench.tab(name).waitFor();
    assert.equal(await dirtyTab().count(), 0);
    await workbench.runCommand('View: Close Editor');
    await workbench.tab(name).waitFor({ state: 'detached' });
    await workbench.runCommand('View: Reopen Closed Editor');
    await form();
  });

  it('has no file yet, and comes back with its content after a reload', async () => {
    await type('hot-exit');
    await dirtyTab().waitFor();
    // The editor backs up a moment after the last key, and writes its tabs later still.
    await until('the backup', async () => (await backups()).includes('hot-exit') || undefined);
    await until('the tab', async () => hasTab(await storedEditors(workbench.page)) || undefined);
    await workbench.reload();
    await dirtyTab().waitFor();
    await shows('hot-exit');
  });

  it('comes back as the form where the window closed before it had stored its tabs', async () => {
    await until('the tab', async () => hasTab(await storedEditors(workbench.page)) || undefined);
    // The window may be just writing them again.
    await until('the tab to be forgotten', async () => {
      await forgetEditors(workbench.page);
      return !hasTab(await storedEditors(workbench.page)) || undefined;
    });
    await workbench.reload();
    await dirtyTab().waitFor();
    await shows('hot-exit');
  });

  it('comes back as the text that was chosen', async () => {
    await workbench.runCommand('E-Sign: Open as Text');
    await text().filter({ hasText: 'hot-exit' }).waitFor();
    // Only a change makes sure that the backup is the one of the text, and not of the form before.
    await clickInto(text());
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type(mark);
    await until('the backup', async () => (await backups()).includes(`}\n${mark}`) || undefined);
    await until('the choice', async () => hasChoice(await storedState(workbench.page)) || undefined);
    await forgetEditors(workbench.page);
    await workbench.reload();
    await text().filter({ hasText: 'hot-exit' }).waitFor();
    // Offered for a text alone.
    await workbench.runCommand('E-Sign: Open as Form');
    await shows('hot-exit');
  });

  it('takes back and does again what was typed', async () => {
    await type('second');
    // What the field shows has reached the document once the editor backs it up.
    await until('the backup', async () => (await backups()).includes('second') || undefined);
    await workbench.page.keyboard.press('Control+Z');
    await shows('hot-exit');
    await workbench.page.keyboard.press('Control+Y');
    await shows('second');
  });

  it('shows its text and its form while it is not saved, without a question', async () => {
    await (await form()).locator('[data-action="openAsText"]').click();
    await text().filter({ hasText: 'second' }).waitFor();
    assert.equal(await workbench.dialog().count(), 0);
    assert.equal(await workbench.tab(name).count(), 1);
    await workbench.runCommand('E-Sign: Open as Form');
    await shows('second');
    assert.equal(await workbench.tab(name).count(), 1);
  });

  it('is saved to the workspace, under the name that is offered', async () => {
    await (await field()).press('Control+S');
    await workbench.quickInput.answer('Save Request', join(workbench.folder, name));
    const file = join(workbench.folder, name);
    await until(
      'the file',
      async () => (existsSync(file) && readFileSync(file, 'utf8').includes('"second"')) || undefined,
    );
    await until('the file to be clean', async () =>
      (await workbench.page.locator('.tabs-container .tab.dirty').count()) === 0 ? true : undefined,
    );
    await shows('second');
    assert.equal(await workbench.tab(name).count(), 1);
  });

  it('is the same in the text editor, which sees what the form typed and the other way round', async () => {
    await workbench.runCommand('View: Reopen Editor With...');
    await workbench.quickInput.choose('Text Editor');
    await text().filter({ hasText: 'second' }).waitFor();
    await workbench.runCommand('E-Sign: Open as Form');
    await shows('second');
  });
});

/** The form of the unsaved request, as the window stores its editors. */
function hasTab(state: string): boolean {
  return state.includes(scratchScheme) && state.includes(requestEditor);
}

/** That a text was chosen, as the window stores what the extension keeps. */
function hasChoice(state: string): boolean {
  return /chosenTexts[^\]]*esign-scratch:/.test(state);
}

async function backups(): Promise<string> {
  return backupsOf(await sharedEditorHost());
}
