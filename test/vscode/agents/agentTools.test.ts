import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EditorTools } from '../../../src/vscode/agents/editorTools';
import { closeToAssistants, openToAssistants } from '../../../src/vscode/agents/openToAssistants';
import { OpenReplies } from '../../../src/vscode/replies/openReplies';
import { answering } from '../answering';
import { createTestServices, type TestServices } from '../testServices';

const operation = 'demo-notes/create-note';
const request = { operation, path: { note_id: 'mine' }, body: { text: 'hello', copies: 1 } };
const live = { provider: 'demo-notes', connection: 'mine' };
const sends = 'esign_send_request';

describe('The tools of assistants', () => {
  let services: TestServices;
  let tools: EditorTools;
  let replies: OpenReplies;

  beforeEach(async () => {
    services = createTestServices();
    replies = new OpenReplies(services);
    tools = new EditorTools({ ...services, replies });
    await services.connections.save({ id: 'mine', provider: 'demo-notes', title: 'Mine', environment: 'production' });
  });

  afterEach(async () => {
    await services.dispose();
    await vscode.workspace
      .getConfiguration('esign')
      .update('connections', undefined, vscode.ConfigurationTarget.Global);
  });

  const invoke = async (name: string, input: object): Promise<Answer> => {
    const token = new vscode.CancellationTokenSource().token;
    return answerOf(await tools.invoke(name, input, token));
  };

  it('are registered under the names of package.json, and answer when they are invoked', async () => {
    const extension = vscode.extensions.getExtension<undefined>('esign-workbench.esign-workbench');
    await extension?.activate();
    const manifest = extension?.packageJSON as Manifest;
    const names = manifest.contributes.languageModelTools.map(({ name }) => name);
    assert.ok(names.length > 0 && names.length <= 10);
    const registered = vscode.lm.tools.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !registered.includes(name)),
      [],
    );
    const options = { input: {}, toolInvocationToken: undefined };
    const answer = answerOf(await vscode.lm.invokeTool('esign_find_operations', options));
    assert.equal(answer['refused'], undefined, JSON.stringify(answer));
  });

  it('send to the emulator of the window, and the history says that an assistant did', async () => {
    const asked = await answering('send', async () => {
      const sent = await invoke(sends, request);
      assert.equal(sent['outcome'], 'succeeded', JSON.stringify(sent));
    });
    assert.deepEqual(asked, []);
    const store = await services.history();
    const [newest] = (await store?.list(1))?.entries ?? [];
    const entry = await store?.get(newest?.id ?? '');
    assert.deepEqual([entry?.operation, entry?.cause, entry?.connection], [operation, 'agent', 'emulator']);
    assert.ok(entry && (await replies.find(entry.id)));
  });

  it('reach no connection that no person has opened, and ask nobody about it', async () => {
    const asked = await answering('send', async () => {
      const sent = await invoke(sends, { ...request, connection: 'mine' });
      assert.equal(sent['outcome'], 'notSent');
      assert.match(JSON.stringify(sent), /is not open to assistants.*Open Connection to Assistants/);
    });
    assert.deepEqual(asked, []);
  });

  it('ask the person about a live connection that was opened, and take no for an answer each time', async () => {
    await services.credentials.give(await connection(), { clientId: 'a', clientSecret: 'b' });
    const all = { ...services, replies };
    const opening = await answering('send', () => openToAssistants(all, live));
    assert.equal(opening.length, 1);
    assert.ok(services.opened.has(await connection()));
    const asked = await answering('safe', async () => {
      for (let times = 0; times < 2; times += 1) {
        const sent = await invoke(sends, { ...request, connection: 'mine' });
        assert.equal(sent['outcome'], 'notSent');
      }
    });
    assert.equal(asked.length, 2);
    assert.match(asked[0] ?? '', /live/);
    await closeToAssistants(all, live);
    assert.ok(!services.opened.has(await connection()));
  });

  it('stay closed when the person keeps a connection closed, and when its address changes', async () => {
    const all = { ...services, replies };
    await answering('safe', () => openToAssistants(all, live));
    assert.ok(!services.opened.has(await connection()));
    await answering('send', () => openToAssistants(all, live));
    await services.connections.save({ id: 'mine', provider: 'demo-notes', baseUrl: 'https://other.example' });
    assert.ok(!services.opened.has(await connection()));
  });

  it('say what they will do, and wait for the person where they send', async () => {
    const hostile = '[x](command:y)';
    const prepared = await tools.prepare(sends, {
      ...request,
      connection: hostile,
      body: { text: 'anna@example.com' },
    });
    const { title, message } = prepared.confirmationMessages ?? { title: '', message: '' };
    assert.equal(title, 'E-Sign: Send a request?');
    assert.ok(message instanceof vscode.MarkdownString);
    assert.match(message.value, /Create a note/);
    assert.match(message.value, /anna@example\\\.com/);
    assert.doesNotMatch(message.value, /\[x\]\(/);
    assert.equal((await tools.prepare('esign_find_operations', {})).confirmationMessages, undefined);
  });

  async function connection() {
    const provider = await services.registry.provider('demo-notes');
    const [, own] = provider === undefined ? [] : await services.connections.list(provider);
    assert.ok(own);
    return own;
  }
});

interface Manifest {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

type Answer = Readonly<Record<string, unknown>>;

function answerOf({ content }: vscode.LanguageModelToolResult): Answer {
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Answer;
}
