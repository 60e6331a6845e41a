import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { EmbedToWebview, Message } from '../../../src/protocol/messages';
import { embedLink } from '../../../src/vscode/live/embedding/embedLink';
import { KeptEmbeds } from '../../../src/vscode/live/embedding/keptEmbeds';
import { restoreEmbed } from '../../../src/vscode/live/embedding/restoreEmbed';
import type { LiveServices } from '../../../src/vscode/live/liveServices';
import { answering } from '../answering';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices } from '../testServices';

type Posted = Message<EmbedToWebview>;
type Shown = Extract<Posted, { readonly type: 'state' }>;

const link = 'https://sign.example/s/1?token=secret-of-anna';

describe('A signing page of somebody else, in a frame', () => {
  let services: TestServices;
  let asked: string[];

  beforeEach(() => {
    services = createTestServices();
    asked = [];
  });

  afterEach(() => services.dispose());

  /** With a host that answers with these headers. */
  function live(headers: Readonly<Record<string, string>>): LiveServices {
    const http = {
      send: async ({ url }: { readonly url: { readonly href?: string } }) => {
        asked.push(String(url));
        return { kind: 'replied', reply: { status: 200, headers } };
      },
    };
    return { ...services, sender: { ...services.sender, ports: async () => ({ http }) } } as unknown as LiveServices;
  }

  async function opened(headers: Readonly<Record<string, string>>, answer: 'send' | 'safe') {
    const fake = new FakePanel<Posted>();
    const window = vscode.window as { createWebviewPanel: unknown };
    const own = window.createWebviewPanel;
    const panels: FakePanel<Posted>[] = [];
    window.createWebviewPanel = () => {
      panels.push(fake);
      return fake.panel;
    };
    try {
      const said = await answering(answer, () =>
        embedLink(live(headers), { link, title: 'Anna', provider: undefined }),
      );
      return { said, panels, fake };
    } finally {
      window.createWebviewPanel = own;
    }
  }

  const shownIn = ({ posted }: FakePanel<Posted>): Shown => {
    const last = posted.findLast((message): message is Shown => message.type === 'state');
    return last ?? assert.fail('nothing was shown');
  };

  it('is asked for after a question alone, which names the host and not the key', async () => {
    const { said, panels } = await opened({}, 'safe');
    assert.match(said.join(), /sign\.example/);
    assert.ok(!said.join().includes('secret-of-anna'));
    assert.deepEqual([asked, panels], [[], []]);
  });

  it('is framed where its rules allow it, and once: the next time somebody is asked again', async () => {
    const { fake } = await opened({}, 'send');
    assert.equal(asked.length, 1);
    fake.say({ type: 'ready' });
    assert.equal(shownIn(fake).state.address, link);
    fake.say({ type: 'ready' });
    assert.deepEqual([shownIn(fake).state.address, shownIn(fake).state.isHeld], [undefined, true]);
    await answering('send', async () => {
      const before = fake.posted.length;
      fake.say({ type: 'showAgain' });
      while (fake.posted.length === before) await new Promise((resolve) => setImmediate(resolve));
    });
    assert.equal(asked.length, 2);
    assert.equal(shownIn(fake).state.address, link);
  });

  it('is not framed where its headers forbid it, and they are shown', async () => {
    const { fake } = await opened({ 'x-frame-options': 'DENY', 'set-cookie': 'session=1' }, 'send');
    fake.say({ type: 'ready' });
    const { state } = shownIn(fake);
    assert.equal(state.address, undefined);
    assert.deepEqual(state.rules?.headers, [{ name: 'x-frame-options', value: 'DENY' }]);
    assert.ok(state.rules?.isRefused);
  });

  it('comes back in the next session with what happened and its redirect, and is not asked for by itself', async () => {
    const { fake } = await opened({}, 'send');
    fake.say({ type: 'ready' });
    const { id } = shownIn(fake);
    fake.say({ type: 'seen', event: { kind: 'redirect', text: 'https://app.example/back' } });
    const kept = new KeptEmbeds(services.context);
    while ((await kept.find(id))?.events.length !== 1) await new Promise((resolve) => setImmediate(resolve));
    asked = [];
    const next = new FakePanel<Posted>();
    await restoreEmbed(live({}), next.panel, { id });
    next.say({ type: 'ready' });
    const { state, events } = shownIn(next);
    assert.deepEqual([state.title, state.address, state.isHeld], ['Anna', undefined, true]);
    assert.deepEqual(
      events.map(({ kind, text }) => [kind, text]),
      [['redirect', 'https://app.example/back']],
    );
    assert.deepEqual(asked, []);
  });

  it('is forgotten with its tab, and a tab that nobody knows is closed', async () => {
    const { fake } = await opened({}, 'send');
    fake.say({ type: 'ready' });
    const { id } = shownIn(fake);
    fake.dispose();
    const kept = new KeptEmbeds(services.context);
    while ((await kept.find(id)) !== undefined) await new Promise((resolve) => setImmediate(resolve));
    const next = new FakePanel<Posted>();
    let isClosed = false;
    next.onDidDispose(() => {
      isClosed = true;
    });
    await restoreEmbed(live({}), next.panel, { id });
    assert.ok(isClosed);
  });
});
