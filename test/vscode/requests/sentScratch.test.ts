import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatRequestFile } from '../../../src/core/requests/requestFile';
import type { Run } from '../../../src/core/sending/run';
import { RequestSession } from '../../../src/vscode/requests/session/requestSession';
import { requestEditor, scratchScheme } from '../../../src/vscode/shell/ids';
import { createTestServices, type TestServices, tabsChanged, when } from '../testServices';

const { tabGroups } = vscode.window;

/* A request of no file asks nothing when it is closed, as long as it says what was sent last. */
describe('A request that was made and sent', () => {
  let services: TestServices;
  let document: vscode.TextDocument;
  let session: RequestSession;
  /** Ends what is being sent. */
  let reply: () => void;
  const original = formatRequestFile({ operation: 'demo-notes/list-notes', connection: 'emulator' });

  before(async () => {
    await vscode.extensions.getExtension('esign-workbench.esign-workbench')?.activate();
  });

  beforeEach(async () => {
    services = createTestServices();
    const uri = vscode.Uri.from({ scheme: scratchScheme, path: '/abcd1234/List notes.esign.json' });
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(original));
    await vscode.commands.executeCommand('vscode.openWith', uri, requestEditor);
    document = await vscode.workspace.openTextDocument(uri);
    const run = { sent: {}, outcome: { kind: 'failed', problem: { kind: 'cancelled' } } } as unknown as Run;
    const send = () =>
      new Promise<Run>((resolve) => {
        reply = () => resolve(run);
      });
    session = new RequestSession(
      { ...services, sender: Object.assign(Object.create(services.sender), { send }) },
      document,
    );
  });

  afterEach(async () => {
    session.dispose();
    await services.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
  });

  const edit = (text: string): Promise<void> => session.edits.replace(() => text);

  /** Until the tab, which is what asks, is dirty or not. */
  const untilDirty = (expected: boolean): Promise<boolean> =>
    when(tabsChanged, () => tabGroups.activeTabGroup.activeTab?.isDirty === expected);

  const kept = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));

  async function send(): Promise<void> {
    const sending = session.send('form');
    await session.edits.settled();
    await Promise.resolve();
    reply();
    await sending;
  }

  /** Holds the writing of a text until it is let go. */
  function holdWriting(): { readonly begun: Promise<void>; goOn(): void } {
    const { fs } = vscode.workspace;
    let [goOn, begin] = [(): void => {}, (): void => {}];
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const writeFile = async (uri: vscode.Uri, content: Uint8Array): Promise<void> => {
      use(fs);
      begin();
      await gate;
      await fs.writeFile(uri, content);
    };
    const use = (used: vscode.FileSystem) =>
      Object.defineProperty(vscode.workspace, 'fs', { get: () => used, configurable: true });
    use(Object.create(fs, { writeFile: { value: writeFile } }));
    return { begun, goOn };
  }

  it('is clean', async () => {
    await edit(`${original}\n`);
    await untilDirty(true);
    await send();
    await untilDirty(false);
    assert.equal(await kept(), `${original}\n`);
  });

  it('is sent with the edits that are under way', async () => {
    void edit(`${original}\n`);
    const sending = session.send('text');
    await edit(`${original}\n\n`);
    reply();
    await sending;
    // The second one came behind the sending.
    await untilDirty(true);
    assert.equal(await kept(), original);
    await edit(`${original}\n`);
    await untilDirty(false);
    assert.equal(await kept(), `${original}\n`);
  });

  it('is clean where it was mended while what was sent before was still being written', async () => {
    await edit(`${original}\n`);
    const { begun, goOn } = holdWriting();
    await send();
    await begun;
    await edit(`${original}\n\n`);
    const saved = new Promise((resolve) => {
      const listening = vscode.workspace.onDidSaveTextDocument((one) => {
        listening.dispose();
        resolve(one);
      });
    });
    goOn();
    await saved;
    await untilDirty(true);
    await send();
    await untilDirty(false);
    assert.equal(await kept(), `${original}\n\n`);
  });

  it('asks for what was changed while it was being sent, until that is taken back', async () => {
    await edit(`${original}\n`);
    const sending = session.send('form');
    await session.edits.settled();
    await edit(`${original}\n\n`);
    reply();
    await sending;
    await untilDirty(true);
    assert.equal(document.isDirty, true);
    // Whatever else has the focus, such as a box of an earlier test, takes it for itself.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('undo');
    await untilDirty(false);
    assert.equal(await kept(), `${original}\n`);
  });

  it('asks for what was changed later', async () => {
    await edit(`${original}\n`);
    await send();
    await untilDirty(false);
    await edit(`${original}\n\n`);
    await untilDirty(true);
    assert.equal(await kept(), `${original}\n`);
    await send();
    await untilDirty(false);
  });
});
