import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

describe('The test harness, on what VS Code itself shows', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      settings: { 'editor.fontSize': 15 },
      files: { 'notes/first.md': '# First heading\n', 'notes/second.json': { a: 1 }, 'top.txt': 'top' },
    });
  });

  after(() => workbench.close());

  it('reads and expands trees', async () => {
    await workbench.openView('Explorer');
    const explorer = workbench.tree('Files Explorer');
    await untilEqual(() => explorer.labels('notes'), ['first.md', 'second.json']);
    await explorer.item('notes').collapse();
    await explorer.item('notes', 'second.json').click();
    await workbench.tab('second.json').waitFor();
  });

  it('uses context menus', async () => {
    const explorer = workbench.tree('Files Explorer');
    const titles = await explorer.item('top.txt').menuTitles();
    assert.ok(titles.includes('Copy Path'), titles.join());
    await explorer.item('top.txt').menu('Open to the Side');
    await workbench.tab('top.txt').waitFor();
  });

  it('opens files, runs commands and finds the content of webviews', async () => {
    await workbench.openFile('notes/first.md');
    await workbench.runCommand('Markdown: Open Preview');
    const preview = await workbench.webview('h1');
    await preview.getByRole('heading', { level: 1, name: 'First heading', exact: true }).waitFor();
  });

  it('answers input boxes and quick picks', async () => {
    await workbench.runCommand('Go to Line/Column...');
    await workbench.quickInput.cancel();
    await workbench.runCommand('Preferences: Color Theme');
    await workbench.quickInput.choose('Light Modern', 'Light Modern');
    await workbench.quickInput.box.waitFor({ state: 'hidden' });
  });

  it('changes the theme and survives a reload', async () => {
    for (const theme of ['highContrastLight', 'highContrast', 'light', 'dark'] as const)
      await workbench.setTheme(theme);
    await workbench.reload();
    await workbench.tab('first.md').waitFor();
    const file = join(workbench.folder, '.screenshots', 'window.png');
    await workbench.screenshot(file);
    assert.ok(existsSync(file));
  });
});
