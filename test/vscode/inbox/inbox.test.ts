import * as assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createHttpClient } from '../../../src/node/http/httpClient';
import { createForwarder } from '../../../src/node/webhooks/forwardEvent';
import type { InboxEventToWebview, Message } from '../../../src/protocol/messages';
import { providers } from '../../../src/providers';
import { WebhookSecretKeeper } from '../../../src/vscode/credentials/webhookSecretKeeper';
import { EventPanel } from '../../../src/vscode/inbox/eventPanel';
import { forwardEvents } from '../../../src/vscode/inbox/forwardEvents';
import { Inbox, type InboxEvent } from '../../../src/vscode/inbox/inbox';
import { InboxTree } from '../../../src/vscode/inbox/inboxTree';
import { Registrations } from '../../../src/vscode/inbox/registrations';
import { replayEvent } from '../../../src/vscode/inbox/replayEvent';
import { saveEvent } from '../../../src/vscode/inbox/saveEvent';
import { scenarioOfEvent } from '../../../src/vscode/inbox/scenarioOfEvent';
import { openReceiver } from '../../unit/fixtures/webhookReceiver';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices, when } from '../testServices';

const secret = '0123456789abcdef0123456789abcdef';

/** What documents say of a proof, as the story of a provider has it: nothing of the product's. */
interface Proof {
  readonly header: string;
  readonly digest?: 'hex' | 'base64';
  readonly prefix?: string;
}

const storyOf = (id: string) => join('src', 'providers', id, 'fixtures', 'webhook.json');

describe('The inbox', () => {
  let services: TestServices;
  let secrets: WebhookSecretKeeper;
  let inbox: Inbox;
  let url: string;

  beforeEach(async () => {
    services = createTestServices(providers);
    secrets = new WebhookSecretKeeper(services.context, services.log);
    inbox = new Inbox(services, secrets, 0);
    const opened = await inbox.receive();
    assert.ok(opened.kind === 'open');
    url = opened.url;
  });

  afterEach(async () => {
    await inbox.stop();
    inbox.dispose();
    await services.dispose();
  });

  async function send(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<number> {
    const { status } = await fetch(`${url}/hook`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    return status;
  }

  function newest(): InboxEvent {
    const [event] = inbox.events;
    assert.ok(event);
    return event;
  }

  for (const { id, load } of providers.filter((one) => existsSync(storyOf(one.id)))) {
    it(`${id}: an event that Node itself has signed is proved, and with one flipped byte it is not`, async () => {
      const { webhooks } = await load();
      const story = JSON.parse(readFileSync(storyOf(id), 'utf8')) as {
        readonly proof: Proof | null;
      };
      await secrets.set(id, secret);
      const [event = ''] = webhooks?.events ?? [];
      // With blanks and a line end that only whoever keeps the bytes keeps.
      const body = Buffer.from(`${JSON.stringify(webhooks?.sample(event)?.payload, undefined, 3)}\n`);
      const signed = { ...webhooks?.sample(event)?.headers, ...proofOf(story.proof, body) };
      assert.equal(await send(body, signed), 200);
      const verdict = story.proof === null ? 'noProof' : 'holds';
      assert.deepEqual([newest().examined.provider, newest().examined.proof?.verdict], [id, verdict]);
      const flipped = Buffer.from(body.toString('utf8').replace(/\n$/, ' '));
      assert.equal(await send(flipped, signed), 200);
      const isSeen = story.proof?.digest !== undefined;
      assert.equal(newest().examined.proof?.verdict, isSeen ? 'fails' : verdict);
      const tree = new InboxTree(inbox, services.emulators.undelivered, (one) => one);
      const [group] = tree.getChildren();
      assert.equal(group?.kind === 'document' && group.events.length, 2);
      tree.dispose();
    });
  }

  it('tells what came before, until the list is cleared', async () => {
    for (const body of ['{"n":0}', '{"n":1}', '{"n":0}']) await send(body);
    const [again, other, first] = inbox.events;
    assert.deepEqual(again?.cameBefore, { at: first?.receivedAt, by: 'bytes' });
    assert.deepEqual([other?.cameBefore, first?.cameBefore], [null, null]);
    const tree = new InboxTree(inbox, services.emulators.undelivered, (one) => one);
    const [group] = tree.getChildren();
    assert.match(String(tree.getChildren(group).map((node) => tree.getTreeItem(node).description)), /· again ·/);
    tree.dispose();
    inbox.clear();
    await send('{"n":0}');
    assert.equal(newest().cameBefore, null);
  });

  it('keeps the newest 200 events, and 20 MB of them', async () => {
    for (let count = 0; count < 205; count += 1) await send(`{"n":${count}}`);
    assert.equal(inbox.events.length, 200);
    assert.equal(textOf(newest()), '{"n":204}');
    assert.equal(textOf(inbox.events.at(-1)), '{"n":5}');
    const large = Buffer.alloc(4.5 * 1024 * 1024, 'a');
    for (let count = 0; count < 6; count += 1) assert.equal(await send(large), 200);
    const bytes = inbox.events.reduce((sum, { call }) => sum + call.body.length, 0);
    assert.ok(bytes <= 20 * 1024 * 1024, `${bytes} bytes`);
    assert.equal(inbox.events.length, 4);
    assert.equal(await send(Buffer.alloc(6 * 1024 * 1024)), 413);
    assert.equal(inbox.events.length, 4);
  });

  it('draws the event of the page anew for what is said of it, not for each that comes', async () => {
    const fake = new FakePanel<Message<InboxEventToWebview>>();
    const panel = new EventPanel(services, inbox, secrets);
    await send('{"n":0}');
    await panel.show(newest().id, () => fake.panel);
    fake.say({ type: 'ready' });
    const first = newest();
    const states = () => fake.posted.filter(({ type }) => type === 'state').length;
    await when(fake.onDidPost, () => states() > 0);
    const before = states();
    for (let count = 0; count < 20; count += 1) await send('{"n":1}');
    await inbox.examineAgain();
    await when(fake.onDidPost, () => states() > before);
    assert.ok(inbox.find(first.id) !== undefined && states() - before <= 2, `drawn ${states() - before} times`);
    panel.dispose();
  });

  it('a tab of the session before says what it was, and is used for the next event', async () => {
    const [tab, next] = [0, 1].map(() => new FakePanel<Message<InboxEventToWebview>>());
    assert.ok(tab && next);
    const panel = new EventPanel(services, inbox, secrets);
    await send('{"n":0}');
    await panel.show(newest().id, () => tab.panel);
    tab.say({ type: 'ready' });
    const told = () => tab.posted.findLast((message) => message.type === 'state');
    const { kept } = await when(tab.onDidPost, told);
    assert.equal(kept.title, told()?.state.title);
    panel.dispose();
    // Another event has the same number in the next session.
    const again = new EventPanel(services, inbox, secrets);
    await again.restore(next.panel, kept);
    next.say({ type: 'ready' });
    assert.deepEqual(next.posted, [{ type: 'gone', ...kept }]);
    await inbox.examineAgain();
    await again.show(newest().id, () => assert.fail('the tab is there'));
    await when(next.onDidPost, () => next.posted.some(({ type }) => type === 'state'));
    again.dispose();
  });

  it('a tab of the session before that kept nothing is closed', async () => {
    const tab = new FakePanel<Message<InboxEventToWebview>>();
    const panel = new EventPanel(services, inbox, secrets);
    let isClosed = false;
    tab.onDidDispose(() => {
      isClosed = true;
    });
    await panel.restore(tab.panel, { title: 7 });
    assert.ok(isClosed);
    panel.dispose();
  });

  it('forwards each event with its bytes and headers, and answers what the application answers', async () => {
    const application = await openReceiver([503]);
    try {
      await entering(application.url, () => forwardEvents(services, inbox));
      assert.equal(inbox.forwardTo?.url, application.url);
      const body = '{ "a" : 1,\r\n "b": 2 }\n';
      assert.equal(await send(body, { 'X-Proof': 'abc', 'content-type': 'application/json' }), 503);
      const [received] = application.received;
      assert.equal(received?.body.toString(), body);
      assert.equal(received?.headers['x-proof'], 'abc');
      assert.deepEqual([newest().forwarded?.status, newest().forwarded?.reason], [503, null]);
      await entering('', () => forwardEvents(services, inbox));
      assert.equal(await send(body), 200);
      assert.equal(application.received.length, 1);
      assert.equal(newest().forwarded, undefined);
    } finally {
      await application.close();
    }
  });

  it('an event that comes back is not forwarded again', async () => {
    const handOn = createForwarder(createHttpClient());
    inbox.forward({ url, handOn: (call) => handOn(call, { url: `${url}/again`, host: new URL(url).host }) });
    assert.equal(await send('{}'), 508);
    assert.equal(inbox.events.length, 2);
    assert.match(inbox.events[0]?.forwarded?.reason ?? '', /leads back here/);
  });

  it('replays and saves an event byte for byte', async () => {
    const application = await openReceiver();
    const folder = mkdtempSync(join(tmpdir(), 'esign-inbox-'));
    try {
      const body = Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from('{"name":"\u00e9"}\r\n'), 0xff]);
      await send(body, { 'X-Proof': 'abc' });
      await entering(application.url, () => replayEvent(services, newest()));
      assert.deepEqual(application.received[0]?.body, body);
      assert.equal(application.received[0]?.headers['x-proof'], 'abc');
      const file = join(folder, 'event.json');
      await replaced(
        'showSaveDialog',
        async () => vscode.Uri.file(file),
        () => saveEvent(newest()),
      );
      assert.deepEqual(readFileSync(file), body);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await application.close();
    }
  });

  it('an event becomes a scenario that waits for one like it', async () => {
    const [one] = providers;
    const { webhooks } = (await one?.load()) ?? {};
    const [event = ''] = webhooks?.events ?? [];
    await send(JSON.stringify(webhooks?.sample(event)?.payload));
    await scenarioOfEvent(services.registry, newest());
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^arazzo: /m);
    assert.ok(text.includes(event));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('registers with an emulator by one choice, with a secret, and takes it back', async () => {
    for (const { id, title, load } of providers) {
      const provider = await load();
      const { endpoint } = provider.webhooks ?? {};
      if (endpoint?.removal === undefined) continue;
      const registrations = new Registrations(services, inbox, secrets);
      const pick = (items: readonly { readonly label: string; readonly description: string }[]) =>
        items.find(({ label, description }) => label === title && description === 'Emulator');
      await replaced(
        'showQuickPick',
        async (items) => pick(items as never),
        () => registrations.register(),
      );
      const connection = await services.connections.find(provider, 'emulator');
      assert.ok(!('kind' in connection));
      const call = services.sender.call(provider, connection);
      const addresses = async () => (await endpoint.removal?.list(call))?.map((there) => there.url) ?? [];
      assert.ok((await addresses()).includes(url), id);
      assert.match((await secrets.get(id)) ?? '', /^[\da-f]{32}$/);
      await registrations.takeBack();
      assert.ok(!(await addresses()).includes(url), id);
    }
  });
});

function proofOf(proof: Proof | null, body: Buffer): Readonly<Record<string, string>> {
  if (proof === null) return {};
  const { header, digest, prefix = '' } = proof;
  if (digest === undefined) return { [header]: `Basic ${secret}` };
  return { [header]: `${prefix}${createHmac('sha256', secret).update(body).digest(digest)}` };
}

function textOf(event: InboxEvent | undefined): string {
  return Buffer.from(event?.call.body ?? []).toString('utf8');
}

function entering(text: string, work: () => Promise<void>): Promise<void> {
  return replaced('showInputBox', async () => text, work);
}

/** A question of the editor, answered. */
async function replaced(
  name: 'showInputBox' | 'showSaveDialog' | 'showQuickPick',
  answer: (given: unknown) => Promise<unknown>,
  work: () => Promise<void>,
): Promise<void> {
  const window: { [one in typeof name]: unknown } = vscode.window;
  const own = window[name];
  window[name] = answer;
  try {
    await work();
  } finally {
    window[name] = own;
  }
}
