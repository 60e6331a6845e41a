import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The extension', () => {
  it('is installed and activates', async () => {
    const extension = vscode.extensions.getExtension('esign-workbench.esign-workbench');
    assert.ok(extension, 'not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
