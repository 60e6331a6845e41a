import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('Activation', () => {
  it('registers every command of package.json', async () => {
    const extension = vscode.extensions.getExtension<undefined>('esign-workbench.esign-workbench');
    assert.ok(extension, 'not installed');
    await extension.activate();
    const registered = await vscode.commands.getCommands(true);
    const { commands } = (extension.packageJSON as Manifest).contributes;
    assert.deepEqual(
      commands.map(({ command }) => command).filter((id) => !registered.includes(id)),
      [],
    );
  });
});
