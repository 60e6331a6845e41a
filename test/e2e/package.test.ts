import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { installPackage } from '../host/editor/extensions.mjs';
import { manifest, packageFile } from '../host/paths.mjs';
import { makePackage } from '../host/run/makePackage.mjs';
import { type EditorHost, startEditorHost } from './harness/editorHost';
import { Workbench } from './harness/workbench';

describe('The package', () => {
  let host: EditorHost;

  before(async () => {
    await makePackage();
    assert.ok(existsSync(packageFile));
    host = await startEditorHost((extensionsDir) => installPackage(extensionsDir, packageFile));
  });

  after(() => host?.server.end());

  it('installs, and the editor shows it', async () => {
    const workbench = await Workbench.open({ host });
    await workbench.runCommand('Extensions: Show Installed Extensions');
    await workbench.page.locator('.extension-list-item', { hasText: 'E-Sign Workbench' }).first().waitFor();
    assert.equal(manifest.name, 'esign-workbench');
    await workbench.close();
  });
});
