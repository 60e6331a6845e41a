import * as assert from 'node:assert/strict';
import type { Message } from '../../../src/protocol/messages';
import { Page, type PageKind } from '../../../src/vscode/shell/page/page';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices } from '../testServices';

interface ToHost {
  ready: Record<never, never>;
  count: { readonly by: number };
  fail: Record<never, never>;
}
interface ToWebview {
  total: { readonly total: number };
}

const kind: PageKind<ToHost> = {
  name: 'form',
  title: 'Counter',
  called: 'The counter',
  parse: (message) => {
    const { type } = (message ?? {}) as { readonly type?: string };
    return type === 'ready' || type === 'count' || type === 'fail' ? (message as Message<ToHost>) : undefined;
  },
};

describe('A page', () => {
  let services: TestServices;
  let panel: FakePanel<Message<ToWebview>>;
  let page: Page<ToHost, ToWebview>;
  let total: number;
  let disposals: number;

  beforeEach(() => {
    services = createTestServices();
    panel = new FakePanel();
    total = 0;
    disposals = 0;
    page = new Page<ToHost, ToWebview>(services, kind, panel.panel, {
      ready: () => page.post({ type: 'total', total }),
      count: ({ by }) => {
        total += by;
        page.post({ type: 'total', total });
      },
      fail: () => Promise.reject(new Error('out of order')),
    });
    page.onDidDispose(() => {
      disposals += 1;
    });
  });

  afterEach(async () => {
    page.dispose();
    await services.dispose();
  });

  const totals = () => panel.posted.map((message) => message.total);

  it('is given its own script and nothing from the network', () => {
    assert.match(panel.webview.html, /default-src 'none'/);
    assert.match(panel.webview.html, /<title>Counter<\/title>/);
    assert.doesNotMatch(panel.webview.html, /<(script|link|img)\b[^>]*\b(src|href)=/);
  });

  it('holds its script whole, whatever stands in that', () => {
    const { html } = panel.webview;
    const [, script = '', rest = ''] =
      /<script type="module" nonce="[^"]+">([\s\S]*?)<\/script>([\s\S]*)/.exec(html) ?? [];
    assert.match(script, /acquireVsCodeApi\(\)[\s\S]*require\("\.\/form\.js"\);$/);
    assert.doesNotMatch(script, /<!--|<script/i);
    assert.equal(rest.trim().replace(/\s+/g, ' '), '</head> <body> <div id="root"></div> </body> </html>');
  });

  it('is told nothing before it is ready, and everything whenever it is', () => {
    assert.equal(page.isReady, false);
    panel.say({ type: 'count', by: 2 });
    assert.deepEqual(totals(), []);
    panel.say({ type: 'ready' });
    panel.say({ type: 'count', by: 3 });
    panel.say({ type: 'ready' });
    assert.equal(page.isReady, true);
    assert.deepEqual(totals(), [2, 5, 5]);
  });

  for (const stranger of [undefined, 'ready', 7, {}, { type: 'eval' }, { type: 'total', total: 1 }]) {
    it(`drops ${JSON.stringify(stranger)}, and logs it`, () => {
      panel.say({ type: 'ready' });
      panel.say(stranger);
      assert.deepEqual(totals(), [0]);
      assert.deepEqual(services.errors, ['The counter sent a message that is none of its own. It was dropped. ']);
    });
  }

  it('reports what a handler throws, and goes on', async () => {
    panel.say({ type: 'ready' });
    panel.say({ type: 'fail' });
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(services.errors, ['The counter could not do what was asked. Error: out of order']);
    panel.say({ type: 'count', by: 1 });
    assert.deepEqual(totals(), [0, 1]);
  });

  it('ends once, and neither hears nor says anything afterwards', () => {
    panel.say({ type: 'ready' });
    page.dispose();
    page.dispose();
    panel.say({ type: 'count', by: 1 });
    page.post({ type: 'total', total: 9 });
    assert.deepEqual([disposals, total, page.isReady, totals()], [1, 0, false, [0]]);
  });
});
