import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatRequestFile } from '../../../src/core/requests/requestFile';
import { OpenScratches } from '../../../src/vscode/requests/scratch/openScratches';
import { requestEditor, scratchScheme } from '../../../src/vscode/shell/ids';
import { createTestServices, type TestServices, tabsChanged, when } from '../testServices';

const { tabGroups } = vscode.window;
const key = 'esign.requests.openScratches';

/* What a window that ended by itself has stored, and what the next one makes of it. */
describe('Requests of no file that were open', () => {
  let services: TestServices;
  let open: OpenScratches;
  const one = vscode.Uri.from({ scheme: scratchScheme, path: '/open0001/List notes.esign.json' });
  const other = vscode.Uri.from({ scheme: scratchScheme, path: '/open0002/List notes 2.esign.json' });
  const written = formatRequestFile({ operation: 'demo-notes/list-notes', connection: 'emulator' });

  before(async () => {
    await vscode.extensions.getExtension('esign-workbench.esign-workbench')?.activate();
  });

  beforeEach(async () => {
    services = createTestServices();
    for (const uri of [one, other]) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(written));
  });

  afterEach(async () => {
    open.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of [one, other]) await vscode.workspace.fs.delete(uri).then(undefined, () => {});
    await services.dispose();
  });

  const stored = (): unknown => services.context.workspaceState.get(key);

  /** As the window before left it. */
  async function begin(left: unknown): Promise<void> {
    await services.context.workspaceState.update(key, left);
    open = new OpenScratches(services);
    await open.openLeft();
  }

  const tabsOf = (uri: vscode.Uri): readonly vscode.Tab[] =>
    tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(
        ({ input }) =>
          (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) &&
          input.uri.toString() === uri.toString(),
      );

  const show = (uri: vscode.Uri) => vscode.commands.executeCommand('vscode.openWith', uri, requestEditor);

  it('are opened again, as they were looked at and behind what is in front', async () => {
    await show(one);
    await begin({ [one.toString()]: 'form', [other.toString()]: 'text' });
    await when(tabsChanged, () => tabsOf(other).length === 1);
    assert.equal(tabsOf(one).length, 1);
    assert.ok(tabsOf(other)[0]?.input instanceof vscode.TabInputText);
    assert.equal(tabsOf(other)[0]?.isActive, false);
    assert.equal((await vscode.workspace.openTextDocument(other)).getText(), written);
  });

  it('are known from the moment on in which they are opened, until they are closed', async () => {
    await begin(undefined);
    await show(one);
    await when(tabsChanged, () => tabsOf(one).length === 1);
    assert.deepEqual(stored(), { [one.toString()]: 'form' });
    await show(other);
    await when(tabsChanged, () => tabsOf(other).length === 1);
    await tabGroups.close(tabsOf(one));
    await when(tabsChanged, () => tabsOf(one).length === 0);
    assert.deepEqual(stored(), { [other.toString()]: 'form' });
  });

  it('are left where their text has gone, and nothing else is opened', async () => {
    await vscode.workspace.fs.delete(one);
    await begin({ [one.toString()]: 'form', 'file:///etc/hosts': 'text', [other.toString()]: 'html' });
    for (const uri of [one, other, vscode.Uri.file('/etc/hosts')]) assert.deepEqual(tabsOf(uri), []);
    assert.deepEqual(stored(), {});
  });
});
