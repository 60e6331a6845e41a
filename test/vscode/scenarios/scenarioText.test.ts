import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Operation } from '../../../src/core/operation';
import { operationName } from '../../../src/core/operation';
import { ProviderRegistry } from '../../../src/core/registry';
import { providers } from '../../../src/providers';
import { callWithoutValues } from '../../unit/fixtures/callWithoutValues';
import { when } from '../testServices';

describe('A scenario in the text editor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esign-scenario-'));
  const uri = vscode.Uri.file(join(folder, 'notes.arazzo.yaml'));
  let document: vscode.TextDocument;
  let operation: Operation;
  let name: string;

  before(async () => {
    const [provider] = await new ProviderRegistry(providers).all();
    const found = callWithoutValues(provider?.operations ?? []);
    assert.ok(provider && found);
    operation = found;
    name = operationName(found.id);
    writeFileSync(
      uri.fsPath,
      `arazzo: 1.0.1
info: { title: Notes, version: 1.0.0 }
sourceDescriptions:
  - { name: api, url: esign:${provider.id} }
workflows:
  - workflowId: reading
    steps:
      - stepId: first
        operationId: ${name}
        outputs: { all: $response.body }
      - stepId: second
        operationId: ${name}x
        onFailure: [{ name: again, type: goto, stepId: first }]
`,
    );
    await vscode.extensions.getExtension('esign-workbench.esign-workbench')?.activate();
    // A document that an extension opens is not closed with its editor.
    await vscode.commands.executeCommand('vscode.open', uri);
    document = vscode.window.activeTextEditor?.document ?? assert.fail('no editor');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
  });

  const own = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'E-Sign Workbench');
  const placeOf = (words: string, shift = 0) => document.positionAt(document.getText().indexOf(words) + shift);

  it('completes names, and says what an operation is', async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      placeOf(`operationId: ${name}`, 'operationId: '.length),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes(name), labels.join(' '));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      placeOf(`operationId: ${name}`, 'operationId: '.length + 1),
    );
    const said = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    assert.ok(
      said.some((text) => text.includes(operation.title)),
      said.join('\n'),
    );
  });

  it('offers no words of the file behind what is written freely', async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      placeOf('title: Notes', 'title: Note'.length),
    );
    assert.deepEqual(
      items.map(({ label, insertText }) => [label, insertText]),
      [[' ', '']],
    );
  });

  it('leads to steps, and lists them with what can be done with them', async () => {
    const [target] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      uri,
      placeOf('stepId: first }', 'stepId: '.length + 1),
    );
    assert.equal(target?.range.start.line, placeOf('stepId: first').line);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const outline = symbols.find((symbol) => symbol.name === 'reading');
    assert.deepEqual(
      outline?.children.map((child) => child.name),
      ['first', 'second'],
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
    const parts = lenses
      .filter(({ command }) => command?.command === 'esign.scenario.run')
      .map(({ command, range }) => [range.start.line, ...(command?.arguments?.slice(1) ?? [])]);
    assert.deepEqual(parts, [
      [placeOf('workflowId: reading').line, 'reading'],
      [placeOf('stepId: first').line, 'reading', 'first'],
      [placeOf('stepId: second').line, 'reading', 'second'],
    ]);
  });

  it('marks an operation that is not there, mends it, and forgets it with the file', async () => {
    const [found] = await when(vscode.languages.onDidChangeDiagnostics, () => own().length > 0 && own());
    assert.ok(found);
    assert.equal(document.getText(found.range), `${name}x`);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      found.range,
    );
    const mend = actions.find(({ title }) => title === `Write "${name}"`);
    assert.ok(mend?.edit, actions.map(({ title }) => title).join('\n'));
    await vscode.workspace.applyEdit(mend.edit);
    await when(vscode.languages.onDidChangeDiagnostics, () => own().length === 0);
    assert.ok(!document.getText().includes(`${name}x`));
    const spoilt = new vscode.WorkspaceEdit();
    spoilt.insert(uri, placeOf('arazzo'), 'x');
    await vscode.workspace.applyEdit(spoilt);
    await when(vscode.languages.onDidChangeDiagnostics, () => own().length > 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await when(vscode.languages.onDidChangeDiagnostics, () => own().length === 0);
  });
});
