import * as assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { initialValues } from '../../../src/core/forms/initialValues';
import { ProviderRegistry } from '../../../src/core/registry';
import { formatRequestFile, type RequestFile } from '../../../src/core/requests/requestFile';
import { providers } from '../../../src/providers';
import { requestEditor } from '../../../src/vscode/shell/ids';
import { when } from '../testServices';

async function anyRequest(): Promise<RequestFile> {
  const [provider] = await new ProviderRegistry(providers).all();
  const operation = provider?.operations[0];
  assert.ok(operation);
  return { operation: operation.id, connection: 'emulator', ...initialValues(operation) };
}

const activeInput = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
const activeForm = (): vscode.TabInputCustom | undefined => {
  const input = activeInput();
  return input instanceof vscode.TabInputCustom && input.viewType === requestEditor ? input : undefined;
};

describe('The request editor', () => {
  const file = join(tmpdir(), `esign-${process.pid}.esign.json`);
  const uri = vscode.Uri.file(file);
  let request: RequestFile;

  beforeEach(async () => {
    request = await anyRequest();
    writeFileSync(file, formatRequestFile(request));
    await vscode.extensions.getExtension('esign-workbench.esign-workbench')?.activate();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(file, { force: true });
  });

  it('opens request files in the form', async () => {
    await vscode.commands.executeCommand('vscode.open', uri);
    const form = await when(vscode.window.tabGroups.onDidChangeTabs, activeForm);
    assert.equal(form.uri.toString(), uri.toString());
  });

  it('switches between form and text in one tab', async () => {
    await vscode.commands.executeCommand('vscode.open', uri);
    await when(vscode.window.tabGroups.onDidChangeTabs, activeForm);
    await vscode.commands.executeCommand('esign.openAsText');
    await when(vscode.window.tabGroups.onDidChangeTabs, () => activeInput() instanceof vscode.TabInputText);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
    await vscode.commands.executeCommand('esign.openAsForm');
    await when(vscode.window.tabGroups.onDidChangeTabs, activeForm);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it('marks a changed form as dirty and saves its text', async () => {
    await vscode.commands.executeCommand('vscode.open', uri);
    await when(vscode.window.tabGroups.onDidChangeTabs, activeForm);
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.positionAt(document.getText().length), '\n');
    await vscode.workspace.applyEdit(edit);
    await when(
      vscode.window.tabGroups.onDidChangeTabs,
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty,
    );
    assert.equal(await document.save(), true);
    assert.equal(readFileSync(file, 'utf8'), `${formatRequestFile(request)}\n`);
  });

  it('opens a new request as an unsaved form, each under a name of its own', async () => {
    const names: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      await vscode.commands.executeCommand('esign.openRequest', request);
      const form = await when(vscode.window.tabGroups.onDidChangeTabs, () => {
        const active = activeForm();
        return active !== undefined && !names.includes(active.uri.path) && active;
      });
      names.push(form.uri.path);
      assert.equal(form.uri.scheme, 'untitled');
      assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty, true);
      const document = await vscode.workspace.openTextDocument(form.uri);
      assert.equal(document.getText(), formatRequestFile(request));
      assert.equal(document.languageId, 'json');
    }
    // The window has no folder: the home folder is where Save writes to.
    const home = vscode.Uri.file(homedir()).path;
    for (const [index, ending] of [/\/[^/]+\.esign\.json$/, / 2\.esign\.json$/].entries()) {
      assert.match(names[index] ?? '', ending);
      assert.ok(names[index]?.startsWith(`${home}/`), names[index]);
    }
    for (const _name of names) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('marks in the text what the schema cannot know, where it stands', async () => {
    const text = formatRequestFile({ ...request, connection: 'nowhere' });
    writeFileSync(file, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const own = (): vscode.Diagnostic[] =>
      vscode.languages
        .getDiagnostics(uri)
        .filter(({ source, code }) => source === 'E-Sign Workbench' && code === 'unknown_connection');
    const [found] = await when(vscode.languages.onDidChangeDiagnostics, () => own().length > 0 && own());
    assert.ok(found);
    assert.equal(document.getText(found.range), '"nowhere"');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    const mend = new vscode.WorkspaceEdit();
    mend.replace(uri, found.range, '"emulator"');
    await vscode.workspace.applyEdit(mend);
    await when(vscode.languages.onDidChangeDiagnostics, () => own().length === 0);
    await document.save();
  });
});
