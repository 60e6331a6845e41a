import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { initialValues } from '../../../src/core/forms/initialValues';
import { ProviderRegistry } from '../../../src/core/registry';
import { formatRequestFile, type RequestFile } from '../../../src/core/requests/requestFile';
import { providers } from '../../../src/providers';
import { reopenFormAsText } from '../../../src/vscode/requests/reopenActive';
import { requestEditor } from '../../../src/vscode/shell/ids';
import { tabsChanged, when } from '../testServices';

/* What is shown in another editor: this one, in its place, and nothing beside it. */

const { tabGroups } = vscode.window;

/** What a request is when it is looked at: each opens one that has this name, if it can have one. */
const states: Readonly<Record<string, (folder: string, request: RequestFile) => Promise<vscode.Uri>>> = {
  saved: async (folder, request) => show(fileIn(folder, request)),
  'saved, and changed since': async (folder, request) => {
    const uri = await show(fileIn(folder, request));
    await change(uri);
    return uri;
  },
  'of no file yet': async (_folder, request) => openNew(request),
  'of no file yet, and changed by hand': async (_folder, request) => {
    const uri = await openNew(request);
    await change(uri);
    return uri;
  },
  'unsaved, as the editor makes one': async (folder, request) => {
    const uri = vscode.Uri.file(join(folder, name)).with({ scheme: 'untitled' });
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), formatRequestFile(request));
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('vscode.openWith', uri, requestEditor);
    await untilShown(uri);
    assert.equal(document.isDirty, true);
    return uri;
  },
};

const name = 'request.esign.json';

describe('A request in another editor', () => {
  let root: string;
  let request: RequestFile;

  before(async () => {
    await vscode.extensions.getExtension('esign-workbench.esign-workbench')?.activate();
    const [provider] = await new ProviderRegistry(providers).all();
    const operation = provider?.operations[0];
    assert.ok(operation);
    request = { operation: operation.id, connection: 'emulator', ...initialValues(operation) };
  });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'esign-reopened-'));
  });

  afterEach(async () => {
    for (const tab of tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ isDirty }) => isDirty)) {
      const { uri } = tab.input as vscode.TabInputCustom;
      const editor = tab.input instanceof vscode.TabInputCustom ? requestEditor : 'default';
      await vscode.commands.executeCommand('vscode.openWith', uri, editor, tab.group.viewColumn);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(root, { recursive: true, force: true });
  });

  for (const [state, open] of Object.entries(states)) {
    it(`that is ${state} stands in its place, beside others of its name`, async () => {
      const before = await show(fileIn(join(root, 'before'), request));
      const uri = await open(join(root, 'own'), request);
      const after = await show(fileIn(join(root, 'after'), request));
      await show(uri);
      const text = await textOf(uri);
      const isDirty = isActiveDirty();
      assert.deepEqual(shown(), [form(before), form(uri), form(after)]);

      await vscode.commands.executeCommand('esign.openAsText');
      await when(tabsChanged, () => viewOf(uri) === 'text' && isActiveDirty() === isDirty);
      assert.deepEqual(shown(), [form(before), asText(uri), form(after)]);
      assert.equal(await textOf(uri), text);

      await vscode.commands.executeCommand('esign.openAsForm');
      await when(tabsChanged, () => viewOf(uri) === 'form' && isActiveDirty() === isDirty);
      assert.deepEqual(shown(), [form(before), form(uri), form(after)]);
      assert.equal(await textOf(uri), text);
    });

    it(`that is ${state} is the one whose button was pressed, while another one is active`, async () => {
      const uri = await open(join(root, 'own'), request);
      const other = fileIn(join(root, 'other'), request);
      // As text: a page takes the focus once more when it has loaded.
      await vscode.commands.executeCommand('vscode.openWith', other, 'default', vscode.ViewColumn.Two);
      await when(tabsChanged, () => viewOf(other) === 'text');
      const text = await textOf(uri);
      await reopenFormAsText(uri);
      await when(tabsChanged, () => viewOf(uri) === 'text');
      assert.deepEqual(shown(), [asText(uri), asText(other)]);
      await vscode.commands.executeCommand('esign.openAsForm');
      await when(tabsChanged, () => viewOf(uri) === 'form');
      // Its column has no other tab, and is the first one still.
      await when(tabsChanged, () => shown().length === 2);
      assert.deepEqual(shown(), [form(uri), asText(other)]);
      assert.equal(await textOf(uri), text);
    });
  }
});

const isActiveDirty = (): boolean | undefined => tabGroups.activeTabGroup.activeTab?.isDirty;

const form = (uri: vscode.Uri): string => `form ${uri.toString()}`;
const asText = (uri: vscode.Uri): string => `text ${uri.toString()}`;

function viewOf(uri: vscode.Uri): 'form' | 'text' | undefined {
  const input = tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString()) return 'form';
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString() ? 'text' : undefined;
}

/** Every tab of every column, in its order. */
function shown(): readonly string[] {
  return tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) => {
      if (input instanceof vscode.TabInputCustom) return form(input.uri);
      if (!(input instanceof vscode.TabInputText)) return 'other';
      return isLeft(input.uri) ? [] : asText(input.uri);
    }),
  );
}

/** Texts of other tests, which were changed and in no tab: the editor opens them by itself, whenever it gets to it. */
function isLeft({ scheme, path }: vscode.Uri): boolean {
  return scheme === 'untitled' && !path.endsWith(name);
}

function fileIn(folder: string, request: RequestFile): vscode.Uri {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), formatRequestFile(request));
  return vscode.Uri.file(join(folder, name));
}

async function show(uri: vscode.Uri): Promise<vscode.Uri> {
  await vscode.commands.executeCommand('vscode.openWith', uri, requestEditor);
  await untilShown(uri);
  return uri;
}

async function untilShown(uri: vscode.Uri): Promise<void> {
  await when(tabsChanged, () => viewOf(uri) === 'form');
}

async function openNew(request: RequestFile): Promise<vscode.Uri> {
  const known = shown();
  await vscode.commands.executeCommand('esign.openRequest', request);
  return when(tabsChanged, () => {
    const input = tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom && !known.includes(form(input.uri)) && input.uri;
  });
}

async function change(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), '\n');
  await vscode.workspace.applyEdit(edit);
  await when(tabsChanged, () => tabGroups.activeTabGroup.activeTab?.isDirty);
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
