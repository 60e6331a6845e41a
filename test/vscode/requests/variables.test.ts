import * as assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ConnectionSetting } from '../../../src/core/connections/connection';
import { initialValues } from '../../../src/core/forms/initialValues';
import { ProviderRegistry } from '../../../src/core/registry';
import { setAt } from '../../../src/core/requests/pointer';
import { formatRequestFile } from '../../../src/core/requests/requestFile';
import { providers } from '../../../src/providers';
import { when } from '../testServices';

describe('Variables in the text of a request', () => {
  const file = join(tmpdir(), `esign-variables-${process.pid}.esign.json`);
  const uri = vscode.Uri.file(file);
  let document: vscode.TextDocument;
  let connection: ConnectionSetting;

  before(async () => {
    const all = await new ProviderRegistry(providers).all();
    const [provider, operation] =
      all
        .flatMap((one) => one.operations.map((call) => [one, call] as const))
        .find(([, { request }]) => Object.keys(request.path?.shape ?? {}).length === 1) ?? [];
    assert.ok(provider && operation);
    connection = {
      id: 'mine',
      provider: provider.id,
      baseUrl: 'http://127.0.0.1:9',
      variables: { contract: 'd-4711' },
    };
    const settings = vscode.workspace.getConfiguration('esign');
    await settings.update('connections', [connection], vscode.ConfigurationTarget.Global);
    const [key] = Object.keys(operation.request.path?.shape ?? {});
    const values = setAt(initialValues(operation), `/path/${key}`, '{{contarct}}');
    writeFileSync(file, formatRequestFile({ operation: operation.id, connection: 'mine', ...values }));
    await vscode.extensions.getExtension('esign-workbench.esign-workbench')?.activate();
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    document = vscode.window.activeTextEditor?.document ?? assert.fail('no editor');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const settings = vscode.workspace.getConfiguration('esign');
    await settings.update('connections', undefined, vscode.ConfigurationTarget.Global);
    rmSync(file, { force: true });
  });

  const marked = () => vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'unknown_variable');
  const placeOf = (words: string, shift: number) => document.positionAt(document.getText().indexOf(words) + shift);

  /** Writes the name that the request refers to: each test begins with a text of its own. */
  async function refersTo(name: string): Promise<void> {
    const text = document.getText();
    const edit = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
    edit.replace(uri, whole, text.replace(/\{\{\w+\}\}/, `{{${name}}}`));
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('that nobody has is marked, and mended to the one that is near', async () => {
    await refersTo('contarct');
    const found = await when(vscode.languages.onDidChangeDiagnostics, marked);
    assert.match(found.message, /There is no variable "contarct"/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      found.range,
    );
    const action = actions.find(({ title }) => title === 'Write {{contract}}');
    assert.ok(action?.edit, actions.map(({ title }) => title).join('\n'));
    await vscode.workspace.applyEdit(action.edit);
    await when(vscode.languages.onDidChangeDiagnostics, () => marked() === undefined);
  });

  it('tells what it stands for on the connection, and offers names', async () => {
    await refersTo('contract');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      placeOf('{{contract}}', 4),
    );
    const said = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    assert.ok(
      said.some((text) => text.includes('d-4711')),
      said.join('\n'),
    );
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      placeOf('{{contract}}', 2),
      '{',
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const name of ['contract', '$uuid']) assert.ok(labels.includes(name), labels.join(' '));
  });

  it('is added to the settings of the connection, where a person says that it belongs there', async () => {
    const window = vscode.window as { showQuickPick: unknown; showInputBox: unknown };
    const { showQuickPick, showInputBox } = window;
    window.showQuickPick = async (items: readonly vscode.QuickPickItem[]) =>
      items.find(({ label }) => label === 'mine');
    window.showInputBox = async ({ validateInput }: vscode.InputBoxOptions) => {
      assert.match(String(validateInput?.('Bearer 0123456789')), /looks like a secret/);
      return 'x-1';
    };
    try {
      await vscode.commands.executeCommand('esign.addVariable', { uri: uri.toString(), name: 'newcomer' });
    } finally {
      Object.assign(window, { showQuickPick, showInputBox });
    }
    const saved = vscode.workspace.getConfiguration('esign').inspect<ConnectionSetting[]>('connections')?.globalValue;
    assert.deepEqual(saved, [{ ...connection, variables: { contract: 'd-4711', newcomer: 'x-1' } }]);
  });
});
