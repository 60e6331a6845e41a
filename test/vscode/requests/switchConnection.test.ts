import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FormToWebview, Message } from '../../../src/protocol/messages';
import { RequestForm } from '../../../src/vscode/requests/form/requestForm';
import { RequestSession } from '../../../src/vscode/requests/session/requestSession';
import { nextChoice } from '../answering';
import { FakePanel } from '../fakePanel';
import { listingProvider } from '../listingProvider';
import { createTestServices, type TestServices, when } from '../testServices';
import { openUntitled } from '../untitledText';

function requestOf(note: string, connection = 'emulator'): string {
  return `${JSON.stringify({ operation: 'demo-notes/get-note', connection, path: { note_id: note } }, null, 2)}\n`;
}

describe('Another connection that is chosen in a form', () => {
  let services: TestServices;
  let document: vscode.TextDocument;
  let panel: FakePanel<Message<FormToWebview>>;
  let session: RequestSession;
  let form: RequestForm;

  beforeEach(async () => {
    services = createTestServices([{ ...listingProvider, load: async () => listingProvider }]);
    await services.emulators.start();
    const baseUrl = services.emulators.address('demo-notes') ?? assert.fail('no emulator');
    await services.connections.save({ id: 'mine', provider: 'demo-notes', title: 'Mine', baseUrl });
    const mine = await services.connections.find(listingProvider, 'mine');
    assert.ok(!('kind' in mine));
    await services.credentials.give(mine, { clientId: 'demo-client', clientSecret: 'demo-secret' });
  });

  afterEach(async () => {
    form.dispose();
    session.dispose();
    await services.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const settings = vscode.workspace.getConfiguration('esign');
    await settings.update('connections', undefined, vscode.ConfigurationTarget.Global);
  });

  async function show(text: string): Promise<void> {
    document = await openUntitled(text);
    panel = new FakePanel();
    session = new RequestSession(services, document);
    form = new RequestForm(services, session, panel.panel);
    panel.say({ type: 'ready' });
    await when(panel.onDidPost, () => states() > 0);
  }

  const states = () => panel.posted.filter(({ type }) => type === 'state').length;
  const untilText = (wanted: string) =>
    when(vscode.workspace.onDidChangeTextDocument, () => document.getText() === wanted);

  it('is written at once where what the request names exists there as well', async () => {
    await show(requestOf('first'));
    panel.say({ type: 'chooseConnection', id: 'mine' });
    await untilText(requestOf('first', 'mine'));
  });

  it('asks for what does not exist there, with what does', async () => {
    await show(requestOf('only-here'));
    const asked = nextChoice();
    panel.say({ type: 'chooseConnection', id: 'mine' });
    const question = await asked.next;
    assert.match(question.placeholder ?? '', /^Which note in the place of only-here\?$/);
    assert.deepEqual(
      question.items.map(({ label }) => label),
      ['Note first', 'Another ID…'],
    );
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await untilText(requestOf('first', 'mine'));
    asked.stop();
  });

  it('is waited for by whoever sends meanwhile', async () => {
    await show(requestOf('only-here'));
    const sent = new Promise<string>((resolve) =>
      services.sender.onDidSend(({ request }) => resolve(request.connection)),
    );
    const asked = nextChoice();
    panel.say({ type: 'chooseConnection', id: 'mine' });
    panel.say({ type: 'send' });
    await asked.next;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.equal(await sent, 'mine');
    asked.stop();
  });

  it('is waited for, and nothing is sent on the one before when the question is not answered', async () => {
    await show(requestOf('only-here'));
    const sent: string[] = [];
    services.sender.onDidSend(({ request }) => sent.push(request.connection));
    const before = states();
    const asked = nextChoice();
    panel.say({ type: 'chooseConnection', id: 'mine' });
    panel.say({ type: 'send' });
    await asked.next;
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await when(panel.onDidPost, () => states() > before);
    asked.stop();
    const askedAgain = nextChoice();
    panel.say({ type: 'chooseConnection', id: 'mine' });
    panel.say({ type: 'send' });
    await askedAgain.next;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await when(services.sender.onDidSend, () => sent.length > 0);
    assert.deepEqual(sent, ['mine']);
    askedAgain.stop();
  });

  it('is shown no longer when the question is not answered, and nothing was changed', async () => {
    await show(requestOf('only-here'));
    const before = states();
    const asked = nextChoice();
    panel.say({ type: 'chooseConnection', id: 'mine' });
    await asked.next;
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await when(panel.onDidPost, () => states() > before);
    assert.equal(document.getText(), requestOf('only-here'));
    asked.stop();
  });
});
