import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FormEdit } from '../../../src/protocol/form';
import type { FormToWebview, Message } from '../../../src/protocol/messages';
import type { FormState } from '../../../src/protocol/pages/formState';
import { RequestForm } from '../../../src/vscode/requests/form/requestForm';
import { RequestSession } from '../../../src/vscode/requests/session/requestSession';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices, when } from '../testServices';
import { openUntitled } from '../untitledText';
import { shownStates } from './shownStates';

const request = `{
  "operation": "demo-notes/create-note",
  "connection": "emulator",
  "path": { "note_id": "mine" },
  "body": { "text": "hello", "copies": 1 }
}
`;

function withItems(...items: readonly string[]): string {
  const body = { text: 'hello', copies: 1, items };
  return `${JSON.stringify({ operation: 'demo-notes/create-note', connection: 'emulator', body }, null, 2)}\n`;
}

describe('A request form', () => {
  let services: TestServices;
  let document: vscode.TextDocument;
  let panel: FakePanel<Message<FormToWebview>>;
  let session: RequestSession;
  let form: RequestForm;

  beforeEach(async () => {
    told = 0;
    services = createTestServices();
    document = await openUntitled(request);
    panel = new FakePanel();
    session = new RequestSession(services, document);
    form = new RequestForm(services, session, panel.panel);
  });

  afterEach(async () => {
    form.dispose();
    session.dispose();
    await services.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  let told: number;

  /** As the page: an edit of what it shows. */
  const edit = (...edits: readonly FormEdit[]): void => {
    const version = shownStates(panel.posted).at(-1)?.version;
    told += 1;
    panel.say({ type: 'edit', edits, number: told, version });
  };

  const lastState = (): FormState | undefined => shownStates(panel.posted).at(-1)?.state;

  const untilForm = (look: (state: FormState & { kind: 'form' }) => boolean): Promise<FormState> =>
    when(panel.onDidPost, () => {
      const state = lastState();
      return state?.kind === 'form' && look(state) && state;
    });

  const untilText = (look: (text: string) => boolean): Promise<boolean> =>
    when(vscode.workspace.onDidChangeTextDocument, () => look(document.getText()));

  const write = async (text: string): Promise<void> => {
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(change);
  };

  it('says nothing before the page is ready, then shows the whole request', async () => {
    await when(session.onDidChange, () => session.state !== undefined);
    assert.deepEqual(panel.posted, []);
    panel.say({ type: 'ready' });
    const state = await untilForm(() => true);
    assert.ok(state.kind === 'form');
    assert.deepEqual(state.values, { path: { note_id: 'mine' }, body: { text: 'hello', copies: 1 } });
    assert.deepEqual(state.issues, []);
    assert.equal(state.connections[0]?.id, 'emulator');
  });

  it('puts an edit into the text and leaves the rest of it alone', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    edit({ kind: 'set', pointer: '/body/text', value: 'changed' });
    await untilText((text) => text === request.replace('hello', 'changed'));
    await untilForm(({ values }) => (values['body'] as { text: string }).text === 'changed');
    assert.equal(document.isDirty, true);
  });

  it('says what a file field would take, and what is odd about it', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    const upload = {
      operation: 'demo-notes/upload-file',
      connection: 'emulator',
      body: { file: 'data:application/pdf,hello' },
    };
    await write(JSON.stringify(upload));
    const state = await untilForm(({ attachments }) => attachments['/body/file'] !== undefined);
    assert.ok(state.kind === 'form');
    assert.deepEqual(state.attachments, { '/body/file': '5 bytes of content given as text, text' });
    assert.deepEqual(
      state.issues.map(({ code, severity }) => [code, severity]),
      [['not_a_pdf', 'warning']],
    );
  });

  it('applies edits that come together one after the other', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    for (const value of ['a', 'ab', 'abc']) edit({ kind: 'set', pointer: '/body/text', value });
    edit({ kind: 'set', pointer: '/body/copies', value: 7 });
    await untilText((text) => text === request.replace('hello', 'abc').replace('"copies": 1', '"copies": 7'));
  });

  it('says the form of the operation once, before all states of it', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    edit({ kind: 'set', pointer: '/body/copies', value: 2 });
    await untilForm(({ values }) => (values['body'] as { copies: number }).copies === 2);
    const types = panel.posted.map(({ type }) => type);
    assert.deepEqual([types[0], types.filter((type) => type === 'open').length], ['open', 1]);
    panel.say({ type: 'ready' });
    await when(panel.onDidPost, () => panel.posted.slice(types.length).some(({ type }) => type === 'state'));
    assert.equal(panel.posted[types.length]?.type, 'open');
  });

  it('tells what is different from the state before, and the whole of it to a page that missed something', async () => {
    await write(withItems('a', 'b', 'c'));
    panel.say({ type: 'ready' });
    await untilForm(({ values }) => JSON.stringify(values).includes('"c"'));
    const before = panel.posted.length;
    edit({ kind: 'set', pointer: '/body/items/1', value: 'other' });
    await untilForm(({ values }) => JSON.stringify(values).includes('"other"'));
    const changes = panel.posted.slice(before);
    assert.deepEqual(
      changes.map(({ type }) => type),
      changes.map(() => 'change'),
    );
    assert.ok(!JSON.stringify(changes).includes('hello'));
    panel.say({ type: 'missed' });
    const last = await when(panel.onDidPost, () => panel.posted.at(-1));
    assert.ok(last.type === 'state' && JSON.stringify(last.state).includes('hello'));
  });

  it('tells the page which of its edits a state has', async () => {
    const handled = () => shownStates(panel.posted).at(-1)?.handled;
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    assert.equal(handled(), 0);
    edit({ kind: 'set', pointer: '/body/text', value: 'changed' });
    await untilForm(({ values }) => handled() === 1 && (values['body'] as { text: string }).text === 'changed');
    edit({ kind: 'remove', pointer: '/body/nothing' });
    await untilForm(() => handled() === 2);
  });

  it('changes the items that the page showed, however many of its edits are under way', async () => {
    await write(withItems('a', 'b', 'c', 'd', 'e'));
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    edit({ kind: 'remove', pointer: '/body/items/0' });
    edit({ kind: 'remove', pointer: '/body/items/2' });
    edit({ kind: 'remove', pointer: '/body/items/2' });
    edit({ kind: 'move', pointer: '/body/items', from: 1, to: 2 });
    edit({ kind: 'move', pointer: '/body/items', from: 1, to: 2 });
    edit({ kind: 'set', pointer: '/body/items/3', value: 'D' });
    edit({ kind: 'append', pointer: '/body/items', value: 'f' });
    edit({ kind: 'append', pointer: '/body/items', value: 'g' });
    await untilText((text) => text === withItems('D', 'e', 'b', 'f', 'g'));
  });

  it('changes the items that the page showed when the text has changed elsewhere', async () => {
    await write(withItems('a', 'b', 'c'));
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    const { version } = document;
    await write(withItems('new', 'a', 'b', 'c'));
    told += 1;
    panel.say({ type: 'edit', edits: [{ kind: 'remove', pointer: '/body/items/1' }], number: told, version });
    await untilText((text) => text === withItems('new', 'a', 'c'));
  });

  it('has its edits undone by the editor', async () => {
    await vscode.window.showTextDocument(document);
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    edit({ kind: 'set', pointer: '/body/copies', value: 2 });
    await untilText((text) => text.includes('"copies": 2'));
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('undo');
    await untilForm(({ values }) => (values['body'] as { copies: number }).copies === 1);
    assert.equal(document.getText(), request);
  });

  it('shows an issue at the pointer of what is wrong', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    edit({ kind: 'set', pointer: '/body/copies', value: 0 });
    const state = await untilForm(({ issues }) => issues.length > 0);
    assert.ok(state.kind === 'form');
    assert.deepEqual(
      state.issues.map(({ pointer, severity }) => ({ pointer, severity })),
      [{ pointer: '/body/copies', severity: 'error' }],
    );
  });

  it('refuses to send what is wrong, and leads to the first of it', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    edit({ kind: 'set', pointer: '/body/copies', value: 0 });
    panel.say({ type: 'send' });
    await when(panel.onDidPost, () =>
      panel.posted.some((message) => message.type === 'reveal' && message.pointer === '/body/copies'),
    );
    assert.equal(services.emulators.running, false, 'nothing was asked of a server');
  });

  it('sends what is right', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    // What the form reads of the connection meanwhile is in the history as well.
    const history = await services.history();
    const statuses = async (): Promise<readonly (number | undefined)[]> =>
      ((await history?.list(10))?.entries ?? [])
        .filter(({ operation }) => operation === 'demo-notes/create-note')
        .map(({ status }) => status);
    let made: Awaited<ReturnType<typeof statuses>> = [];
    const recorded = new Promise<void>((resolve) =>
      services.sender.onDidRecord(async () => {
        made = await statuses();
        if (made.length > 0) resolve();
      }),
    );
    panel.say({ type: 'send' });
    await recorded;
    assert.deepEqual(made, [201]);
  });

  it('has a command send through the page, which may hold text that it has not told yet', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    await form.send();
    assert.deepEqual(panel.posted.at(-1), { type: 'submit', anyway: false });
    const sent = new Promise<string>((resolve) => {
      services.sender.onDidSend(({ request: { body } }) => resolve(JSON.stringify(body)));
    });
    edit({ kind: 'set', pointer: '/body/text', value: 'typed last' });
    panel.say({ type: 'send' });
    assert.equal(await sent, '{"text":"typed last","copies":1}');
  });

  it('says that it sends when the reply takes its time', async () => {
    let answer = (): void => {};
    const reply = new Promise<undefined>((resolve) => {
      answer = () => resolve(undefined);
    });
    const sender = Object.assign(Object.create(services.sender), { send: () => reply });
    const slow = new RequestSession({ ...services, sender }, document);
    const page = new FakePanel<Message<FormToWebview>>();
    const slowForm = new RequestForm(services, slow, page.panel);
    const untilSending = (expected: boolean): Promise<boolean> =>
      when(page.onDidPost, () => {
        const last = shownStates(page.posted).at(-1)?.state;
        return last?.kind === 'form' && last.sending === expected;
      });
    page.say({ type: 'ready' });
    await untilSending(false);
    page.say({ type: 'send' });
    await untilSending(true);
    answer();
    await untilSending(false);
    slowForm.dispose();
    slow.dispose();
  });

  it('learns from the connection what is known there, once it can be asked', async () => {
    panel.say({ type: 'ready' });
    const before = await untilForm(() => true);
    assert.ok(before.kind === 'form');
    assert.deepEqual(before.suggestions, {});
    await services.emulators.start();
    const state = await untilForm(({ suggestions }) => Object.keys(suggestions).length > 0);
    assert.ok(state.kind === 'form');
    assert.deepEqual(state.suggestions, { '/path/note_id': [{ value: 'first', label: 'first' }] });
    edit({ kind: 'set', pointer: '/path/note_id', value: 'first' });
    await untilForm(({ issues }) =>
      issues.some(({ code, pointer }) => code === 'taken' && pointer === '/path/note_id'),
    );
  });

  it('names a connection that does not exist, and writes the one that was chosen', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    panel.say({ type: 'chooseConnection', id: 'nowhere' });
    await untilForm(({ issues }) => issues.some(({ pointer }) => pointer === '/connection'));
    assert.match(document.getText(), /"connection": "nowhere"/);
    panel.say({ type: 'chooseConnection', id: 'emulator' });
    await untilForm(({ issues }) => issues.length === 0);
    assert.equal(document.getText(), request);
  });

  it('shows what cannot be read with its line, mends it, and shows the form again', async () => {
    panel.say({ type: 'ready' });
    await untilForm(() => true);
    const comma = document.positionAt(request.indexOf(',\n  "path"'));
    const broken = new vscode.WorkspaceEdit();
    broken.delete(document.uri, new vscode.Range(comma, comma.translate(0, 1)));
    await vscode.workspace.applyEdit(broken);
    const state = await untilForm(({ broken }) => broken !== undefined);
    assert.ok(state.kind === 'form');
    assert.match(state.broken?.message ?? '', /^Line 3, column \d+: A comma is missing/);
    assert.ok(state.broken?.mend);
    panel.say({ type: 'mendText' });
    await untilForm(({ broken }) => broken === undefined);
    assert.equal(document.getText(), request);
  });

  for (const message of [
    { type: 'edit' },
    { type: 'run', code: '1' },
    'ready',
    { type: 'edit', edits: [{ kind: 'set', pointer: '/body/text', value: 'x' }] },
    { type: 'edit', edits: [{ kind: 'set', pointer: '/operation', value: 'x' }], number: 1, version: 1 },
  ]) {
    it(`drops ${JSON.stringify(message)}`, () => {
      panel.say(message);
      assert.equal(document.getText(), request);
      assert.equal(services.errors.length, 1);
    });
  }

  const loaded = (): Promise<unknown> => when(session.onDidChange, () => session.state !== undefined);

  const opening = (): readonly Message<FormToWebview>[] => {
    const text = /<script type="application\/json" id="opening">([^<]*)</.exec(panel.webview.html)?.[1];
    return JSON.parse(text ?? '[]');
  };

  it('stands in its page as it is at first, which hears from then on what is different', async () => {
    await loaded();
    const [open, state] = opening();
    assert.deepEqual([open?.type, state?.type], ['open', 'state']);
    assert.ok(state?.type === 'state' && state.state.kind === 'form');
    assert.deepEqual(state.state.values['body'], { text: 'hello', copies: 1 });
    await write(request.replace('hello', '</script><!--'));
    await when(session.onDidChange, () => session.version === document.version);
    panel.say({ type: 'ready', isFilled: true });
    await when(panel.onDidPost, () => panel.posted.length > 0);
    assert.deepEqual(
      panel.posted.map(({ type }) => type),
      ['change'],
    );
    assert.deepEqual(shownStates([...opening(), ...panel.posted]).at(-1)?.state, {
      ...state.state,
      values: { path: { note_id: 'mine' }, body: { text: '</script><!--', copies: 1 } },
    });
  });

  it('holds in its page any text', async () => {
    form.dispose();
    session.dispose();
    await write(request.replace('hello', '</script><!--'));
    session = new RequestSession(services, document);
    panel = new FakePanel();
    form = new RequestForm(services, session, panel.panel);
    await loaded();
    assert.match(JSON.stringify(opening()), /<\/script><!--/);
  });

  it('is told whole to a page that was left and knows nothing of it', async () => {
    await loaded();
    panel.say({ type: 'ready', isFilled: true });
    await write(request.replace('hello', 'later'));
    await when(panel.onDidPost, () => panel.posted.length > 0);
    const before = panel.posted.length;
    panel.say({ type: 'ready', isFilled: false });
    await when(panel.onDidPost, () => panel.posted.length >= before + 2);
    assert.deepEqual(
      panel.posted.slice(before, before + 2).map(({ type }) => type),
      ['open', 'state'],
    );
  });

  it('lets the page run its own script only', async () => {
    await loaded();
    const { html, options } = panel.webview;
    const policy = /content="([^"]*)"/.exec(html)?.[1] ?? '';
    const nonce = /script-src 'nonce-([^']{20,})'/.exec(policy)?.[1];
    assert.ok(nonce && html.includes(`nonce="${nonce}"`));
    const styleNonce = /style-src 'nonce-([^']{20,})'/.exec(policy)?.[1];
    assert.ok(styleNonce && styleNonce !== nonce && html.includes(`property="csp-nonce" content="${styleNonce}"`));
    assert.match(policy, /^default-src 'none';/);
    assert.ok(!policy.includes('unsafe'));
    assert.deepEqual((options as vscode.WebviewOptions).localResourceRoots, []);
  });
});
