import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Provider } from '../../../src/core/provider';
import type { Message, ReplyToWebview } from '../../../src/protocol/messages';
import type { ReplyState } from '../../../src/protocol/reply';
import { OpenReplies } from '../../../src/vscode/replies/openReplies';
import { replyBodyText, replyBodyUri } from '../../../src/vscode/replies/replyBodies';
import { ReplyPanel } from '../../../src/vscode/replies/replyPanel';
import { scratchScheme } from '../../../src/vscode/shell/ids';
import { demoProvider } from '../../unit/emulator/demoProvider';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices, when } from '../testServices';

const fromTree = { cause: 'tree' } as const;

const createNote = {
  operation: 'demo-notes/create-note',
  connection: 'emulator',
  path: { note_id: 'mine' },
  body: { text: 'hello', copies: 1 },
};

describe('The reply panel', () => {
  let services: TestServices;
  let page: FakePanel<Message<ReplyToWebview>>;
  let panel: ReplyPanel;

  beforeEach(() => {
    services = createTestServices();
    page = new FakePanel();
    panel = new ReplyPanel(services);
    panel.adopt(page.panel);
    services.sender.onDidChangeSending((sending) => panel.showSending(sending));
    services.sender.onDidSend((run) => panel.showRun(run));
  });

  afterEach(async () => {
    panel.dispose();
    await services.dispose();
  });

  const untilState = <Kind extends ReplyState['kind']>(kind: Kind): Promise<ReplyState & { kind: Kind }> =>
    when(page.onDidPost, () => {
      const state = page.posted.at(-1)?.state;
      return state?.kind === kind && (state as ReplyState & { kind: Kind });
    });

  it('is empty before the first reply', async () => {
    page.say({ type: 'ready' });
    assert.deepEqual((await untilState('empty')).kind, 'empty');
  });

  it('shows a reply with its link, and keeps secrets and the page away from each other', async () => {
    page.say({ type: 'ready' });
    const html = page.webview.html;
    await services.sender.send(createNote, fromTree);
    const { status, links } = await untilState('replied');
    assert.equal(status, 201);
    assert.match(links[0]?.url ?? '', /\/sign\/mine\?token=link-of-mine$/);
    assert.equal(page.webview.html, html, 'a page is never loaded again');
    const sent = JSON.stringify(page.posted);
    for (const secret of ['demo-secret', 'demo-token']) assert.ok(!sent.includes(secret), secret);
  });

  it('shows a reply to a page that gets ready late', async () => {
    await services.sender.send(createNote, fromTree);
    assert.deepEqual(page.posted, []);
    page.say({ type: 'ready' });
    await untilState('replied');
  });

  it('copies the link that the page names by its index', async () => {
    page.say({ type: 'ready' });
    await services.sender.send(createNote, fromTree);
    const { links } = await untilState('replied');
    await vscode.env.clipboard.writeText('');
    page.say({ type: 'copyLink', index: 0 });
    const copied = async (): Promise<string> => {
      for (;;) {
        const text = await vscode.env.clipboard.readText();
        if (text !== '') return text;
      }
    };
    assert.equal(await copied(), links[0]?.url);
  });

  it('shows a problem with its next step', async () => {
    page.say({ type: 'ready' });
    await services.sender.send({ ...createNote, connection: 'nowhere' }, fromTree);
    const { problem } = await untilState('problem');
    assert.match(problem.nextStep, /connection/);
  });

  it('sends a request again', async () => {
    page.say({ type: 'ready' });
    const first = await services.sender.send({ ...createNote, operation: 'demo-notes/get-note' }, fromTree);
    await untilState('replied');
    const again = new Promise<string>((resolve) => services.sender.onDidSend(({ id }) => resolve(id)));
    page.say({ type: 'replay' });
    assert.notEqual(await again, first?.id);
  });

  it('tells that links end sooner once the clock of the emulator went ahead, and those of an account do not', async () => {
    page.say({ type: 'ready' });
    const run = await services.sender.send(createNote, fromTree);
    await untilState('replied');
    const provider = await services.registry.provider(run.provider);
    assert.ok(provider && run.outcome.kind === 'replied');
    const end = Date.parse('2030-01-01T12:00:00Z');
    const links = [{ url: 'https://links.test/a', recipient: 'Ann', expiresAt: end }];
    const outcome = { ...run.outcome, reading: { ...run.outcome.reading, links } };
    const endAfter = async (connection: string) => {
      panel.show({ run: { ...run, id: connection, request: { ...run.request, connection }, outcome }, provider });
      await untilState('replied');
      panel.passTime(16);
      return (await untilState('replied')).links.map(({ expiresAt }) => expiresAt);
    };
    assert.deepEqual(await endAfter('emulator'), ['2030-01-01T11:44:00.000Z']);
    assert.deepEqual(await endAfter('mine'), ['2030-01-01T12:00:00.000Z']);
    panel.useLink('another', 0);
    panel.useLink('mine', 0);
    assert.deepEqual(
      (await untilState('replied')).links.map(({ isUsed }) => isUsed),
      [true],
    );
  });

  it('follows a document that changes, in the replies before as well, and comes to the front for none', async () => {
    page.say({ type: 'ready' });
    const run = await services.sender.send(createNote, fromTree);
    await untilState('replied');
    const provider = await services.registry.provider(run.provider);
    assert.ok(provider && run.outcome.kind === 'replied');
    const ready = {
      ...({ verb: 'other', title: 'Read it', subject: 'Ben' } as const),
      ...{ operation: 'demo-notes/get-note', path: { note_id: 'mine' } },
    };
    const reading = { ...run.outcome.reading, nextSteps: [{ ...ready, blocked: 'It is Ann’s turn.' }] };
    panel.show({ run: { ...run, id: 'first', outcome: { ...run.outcome, reading } }, provider });
    assert.deepEqual(
      (await untilState('replied')).nextSteps.map(({ enabled }) => enabled),
      [false],
    );
    // The step of another one is taken, whose reply takes the place of this one.
    panel.show({ run: { ...run, id: 'second' }, provider });
    let reveals = 0;
    page.reveal = () => {
      reveals += 1;
    };
    panel.follow({ id: 'mine', title: 'Mine', recipients: [], actions: [ready] });
    assert.equal(reveals, 0);
    assert.match(page.posted.at(-1)?.trail.back ?? '', /201/);
    page.say({ type: 'go', by: -1 });
    const back = await when(page.onDidPost, () => {
      const last = page.posted.at(-1);
      return last?.trail.forward !== undefined && last.state.kind === 'replied' && last.state;
    });
    assert.deepEqual(
      back.nextSteps.map(({ title, enabled }) => [title, enabled]),
      [['Read it', true]],
    );
  });

  it('opens the form to edit a request without the secrets that were typed for it', async () => {
    page.say({ type: 'ready' });
    await services.sender.send(
      {
        operation: 'demo-notes/refresh-token',
        connection: 'emulator',
        body: { grant_type: 'refresh', refresh_token: 'r3fresh-t0ken-value' },
      },
      fromTree,
    );
    await untilState('replied');
    page.say({ type: 'editAndResend' });
    const text = await when(vscode.workspace.onDidOpenTextDocument, () => {
      const opened = vscode.workspace.textDocuments.find(
        ({ uri }) => uri.scheme === scratchScheme && uri.path.includes('refresh'),
      );
      return opened?.getText() !== '' && opened?.getText();
    });
    assert.match(text, /"refresh_token": ""/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('drops what the page has no business to say', () => {
    page.say({ type: 'openLink', url: 'https://elsewhere.example' });
    assert.equal(services.errors.length, 1);
  });

  it('gives the body to an editor, with secrets masked', async () => {
    const run = await services.sender.send(
      {
        operation: 'demo-notes/refresh-token',
        connection: 'emulator',
        body: { grant_type: 'refresh', refresh_token: 'r3fresh-t0ken-value' },
      },
      fromTree,
    );
    assert.match(replyBodyUri(run).path, /\/refresh-token reply\.json$/);
    assert.equal(
      await replyBodyText({ run, provider: demoProvider as Provider }),
      '{\n  "access_token": "‹secret:access_token›",\n  "expires_in": 60\n}',
    );
  });

  it('shows the last reply again in the next session, from the history and without the link', async () => {
    const recorded = new Promise<void>((resolve) => services.sender.onDidRecord(resolve));
    const run = await services.sender.send(createNote, fromTree);
    await recorded;
    const shown = await new OpenReplies(services).find(run.id);
    assert.ok(shown);
    panel.show(shown);
    page.say({ type: 'ready' });
    const state = await untilState('replied');
    assert.equal(state.run.fromHistory, true);
    assert.deepEqual(state.links, []);
    assert.ok(!JSON.stringify(state).includes('link-of-mine'));
  });
});
