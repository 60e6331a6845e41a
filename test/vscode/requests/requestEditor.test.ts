import * as assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { initialValues } from '../../../src/core/forms/initialValues';
import { ProviderRegistry } from '../../../src/core/registry';
import { formatRequestFile, type RequestFile } from '../../../src/core/requests/requestFile';
import { providers } from '../../../src/providers';
import { activeRequest, requestInSight } from '../../../src/vscode/requests/requestTab';
import { keepScratch } from '../../../src/vscode/requests/scratch/keptScratch';
import { requestEditor, scratchScheme } from '../../../src/vscode/shell/ids';
import { tabsChanged, when } from '../testServices';

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

  const openNew = async (known: readonly string[]): Promise<vscode.TabInputCustom> => {
    await vscode.commands.executeCommand('esign.openRequest', request);
    return when(tabsChanged, () => {
      const active = activeForm();
      return active !== undefined && !known.includes(active.uri.path) && active;
    });
  };

  it('opens request files in the form', async () => {
    await vscode.commands.executeCommand('vscode.open', uri);
    const form = await when(tabsChanged, activeForm);
    assert.equal(form.uri.toString(), uri.toString());
  });

  it('is in sight while something beside it is in front, unless there are two', async () => {
    const { tabGroups } = vscode.window;
    const until = (look: () => boolean) =>
      Promise.race([when(tabGroups.onDidChangeTabs, look), when(tabGroups.onDidChangeTabGroups, look)]);
    await vscode.commands.executeCommand('vscode.openWith', uri, requestEditor, vscode.ViewColumn.One);
    await when(tabGroups.onDidChangeTabs, activeForm);
    const other = await vscode.workspace.openTextDocument({ content: 'beside' });
    await vscode.window.showTextDocument(other, vscode.ViewColumn.Two);
    await until(() => tabGroups.all.length === 2 && activeRequest() === undefined);
    assert.equal(requestInSight()?.uri.toString(), uri.toString());
    const second = uri.with({ path: uri.path.replace('.esign.json', '-2.esign.json') });
    await vscode.workspace.fs.copy(uri, second);
    await vscode.commands.executeCommand('vscode.openWith', second, requestEditor, vscode.ViewColumn.Three);
    await until(() => activeForm()?.uri.toString() === second.toString());
    await vscode.window.showTextDocument(other, vscode.ViewColumn.Two);
    await until(() => activeRequest() === undefined);
    assert.equal(requestInSight(), undefined);
    await vscode.workspace.fs.delete(second);
  });

  it('switches between form and text in one tab', async () => {
    await vscode.commands.executeCommand('vscode.open', uri);
    await when(tabsChanged, activeForm);
    await vscode.commands.executeCommand('esign.openAsText');
    await when(tabsChanged, () => activeInput() instanceof vscode.TabInputText);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
    await vscode.commands.executeCommand('esign.openAsForm');
    await when(tabsChanged, activeForm);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it('switches what was changed and not saved without asking, and keeps the change', async () => {
    await vscode.commands.executeCommand('vscode.open', uri);
    await when(tabsChanged, activeForm);
    await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    for (const [command, isThere] of [
      ['esign.openAsText', () => activeInput() instanceof vscode.TabInputText],
      ['esign.openAsForm', () => activeForm() !== undefined],
    ] as const) {
      await vscode.commands.executeCommand(command);
      await when(tabsChanged, isThere);
      assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
      const shown = await vscode.workspace.openTextDocument(uri);
      assert.equal(shown.getText(), `\n${formatRequestFile(request)}`);
      // Told after the text, of which it is a change without any.
      await when(vscode.workspace.onDidChangeTextDocument, () => shown.isDirty);
    }
    await vscode.workspace.save(uri);
  });

  it('marks a changed form as dirty and saves its text', async () => {
    await vscode.commands.executeCommand('vscode.open', uri);
    await when(tabsChanged, activeForm);
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.positionAt(document.getText().length), '\n');
    await vscode.workspace.applyEdit(edit);
    await when(tabsChanged, () => vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty);
    assert.equal(await document.save(), true);
    assert.equal(readFileSync(file, 'utf8'), `${formatRequestFile(request)}\n`);
  });

  it('opens a new request as a form that nobody has to save, each under a name of its own', async () => {
    const names: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const { uri: opened } = await openNew(names);
      names.push(opened.path);
      assert.equal(opened.scheme, scratchScheme);
      assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty, false);
      const document = await vscode.workspace.openTextDocument(opened);
      assert.equal(document.getText(), formatRequestFile(request));
      assert.equal(document.languageId, 'json');
    }
    assert.match(names[0] ?? '', /^\/[a-z0-9]{8}\/[^/]+\.esign\.json$/);
    assert.match(names[1] ?? '', /^\/[a-z0-9]{8}\/[^/]+ 2\.esign\.json$/);
  });

  it('opens what was changed by hand and saved to no file again', async () => {
    const { uri: opened } = await openNew([]);
    const document = await vscode.workspace.openTextDocument(opened);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(opened, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    await keepScratch(document);
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await when(tabsChanged, () => activeForm() === undefined);
    await vscode.commands.executeCommand('workbench.action.reopenClosedEditor');
    await when(tabsChanged, activeForm);
    const again = await vscode.workspace.openTextDocument(opened);
    assert.equal(again.getText(), `\n${formatRequestFile(request)}`);
  });

  it('reads and writes nothing beside the requests that were made', async () => {
    for (const path of [
      '/../settings.esign.json',
      '/abcd1234/../../x.esign.json',
      '/abcd1234/x.txt',
      '/abcd1234/a/x.esign.json',
      '/abcd1234/..\\x.esign.json',
    ]) {
      const outside = vscode.Uri.from({ scheme: scratchScheme, path });
      await assert.rejects(Promise.resolve(vscode.workspace.fs.readFile(outside)), path);
      await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(outside, new Uint8Array(1))), path);
    }
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
