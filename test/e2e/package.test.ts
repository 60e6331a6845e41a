import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initialValues } from '../../src/core/forms/initialValues';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { installPackage } from '../host/editor/extensions.mjs';
import { manifest, packageFile } from '../host/paths.mjs';
import { makePackage } from '../host/run/makePackage.mjs';
import { callWithoutValues } from '../unit/fixtures/callWithoutValues';
import { type EditorHost, startEditorHost } from './harness/editorHost';
import { Workbench } from './harness/workbench';

describe('The package', () => {
  let host: EditorHost;
  let extensions: string;

  before(async () => {
    await makePackage();
    assert.ok(existsSync(packageFile));
    host = await startEditorHost((extensionsDir) => {
      extensions = extensionsDir;
      return installPackage(extensionsDir, packageFile);
    });
  });

  after(() => host?.server.end());

  it('holds the licences of what it contains', () => {
    const { publisher, name, version } = manifest;
    const notices = join(extensions, `${publisher}.${name}-${version}`, 'dist', 'THIRD_PARTY_NOTICES.txt');
    assert.match(readFileSync(notices, 'utf8'), /^THIRD-PARTY NOTICES\n[\s\S]*\nzod \d/);
  });

  it('shows no picture and links to no file that it does not hold', () => {
    const { publisher, name, version } = manifest;
    const page = readFileSync(join(extensions, `${publisher}.${name}-${version}`, 'readme.md'), 'utf8');
    assert.match(page, /^# E-Sign Workbench\n/);
    assert.doesNotMatch(page, /!\[|<img|\]\((?!https:)/);
  });

  it('installs, and the editor shows it', async () => {
    const workbench = await Workbench.open({ host });
    await workbench.runCommand('Extensions: Show Installed Extensions');
    await workbench.page.locator('.extension-list-item', { hasText: 'E-Sign Workbench' }).first().waitFor();
    assert.equal(manifest.name, 'esign-workbench');
    await workbench.close();
  });

  it('opens a form and sends it to its emulator', async () => {
    const load = providers[0]?.load;
    assert.ok(load);
    const { operations }: Provider = await load();
    const operation = callWithoutValues(operations);
    assert.ok(operation);
    const request = { operation: operation.id, connection: 'emulator', ...initialValues(operation) };
    const workbench = await Workbench.open({ host, files: { 'first.esign.json': request } });
    await workbench.openFile('first.esign.json');
    const form = await workbench.webview('[data-action="send"]');
    await form.getByRole('heading', { level: 1, name: operation.title }).waitFor();
    await form.locator('[data-action="send"]').click();
    const reply = await workbench.webview('main[data-state]');
    await reply.locator('main[data-state="replied"]').waitFor();
    await reply.locator('.status-line').getByText('200').first().waitFor();
    await workbench.close();
  });
});
