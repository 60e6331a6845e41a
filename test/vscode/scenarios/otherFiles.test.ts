import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { operationName } from '../../../src/core/operation';
import { ProviderRegistry } from '../../../src/core/registry';
import { providers } from '../../../src/providers';
import { callWithoutValues } from '../../unit/fixtures/callWithoutValues';
import { when } from '../testServices';

describe('A scenario that names another one in the text editor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esign-scenarios-'));
  const main = vscode.Uri.file(join(folder, 'main.arazzo.yaml'));
  const login = vscode.Uri.file(join(folder, 'login.arazzo.yaml'));
  const text = `arazzo: 1.0.1
info: { title: Main, version: 1.0.0 }
sourceDescriptions:
  - { name: login, url: login.arazzo.yaml, type: arazzo }
workflows:
  - workflowId: main
    steps:
      - stepId: in
        workflowId: $sourceDescriptions.login.enter
        outputs: { kept: $outputs.all }
`;

  before(async () => {
    const [provider] = await new ProviderRegistry(providers).all();
    const operation = callWithoutValues(provider?.operations ?? []);
    assert.ok(provider && operation);
    writeFileSync(
      login.fsPath,
      `arazzo: 1.0.1
info: { title: Login, version: 1.0.0 }
sourceDescriptions:
  - { name: api, url: esign:${provider.id} }
workflows:
  - workflowId: enter
    steps:
      - stepId: first
        operationId: ${operationName(operation.id)}
        outputs: { all: $response.body }
    outputs:
      all: $steps.first.outputs.all
`,
    );
    writeFileSync(main.fsPath, text);
    await vscode.extensions.getExtension('esign-workbench.esign-workbench')?.activate();
    // One that is only looked at would be closed by the next.
    await vscode.commands.executeCommand('vscode.open', main, { preview: false });
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
  });

  const linesBefore = (whole: string, words: string) => whole.slice(0, whole.indexOf(words)).split('\n').length - 1;
  const positionOf = (words: string) => {
    const line = linesBefore(text, words);
    return new vscode.Position(line, (text.split('\n')[line] ?? '').indexOf(words) + 1);
  };
  const definitionOf = async (words: string) => {
    const [found] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      main,
      positionOf(words),
    );
    return found && [found.uri.fsPath, found.range.start.line];
  };

  it('leads to workflows and outputs of the other file', async () => {
    assert.deepEqual(await definitionOf('$sourceDescriptions'), [login.fsPath, 5]);
    assert.deepEqual(await definitionOf('$outputs.all'), [login.fsPath, 11]);
    assert.deepEqual(await definitionOf('login.arazzo.yaml'), [login.fsPath, 0]);
  });

  it('is marked as soon as the other one, not yet saved, no longer gives what it takes', async () => {
    const own = () => vscode.languages.getDiagnostics(main);
    await vscode.commands.executeCommand('vscode.open', login);
    const other = vscode.window.activeTextEditor?.document ?? assert.fail('no editor');
    const edit = new vscode.WorkspaceEdit();
    const start = other.getText().lastIndexOf('all: $steps');
    edit.replace(login, new vscode.Range(other.positionAt(start), other.positionAt(start + 3)), 'each');
    await vscode.workspace.applyEdit(edit);
    const [found] = await when(vscode.languages.onDidChangeDiagnostics, () => own().length > 0 && own());
    assert.match(found?.message ?? '', /no output "all" of the workflow "enter" in login\.arazzo\.yaml/);
    assert.equal(found?.range.start.line, linesBefore(text, '$outputs.all'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await when(vscode.languages.onDidChangeDiagnostics, () => own().length === 0);
  });
});
