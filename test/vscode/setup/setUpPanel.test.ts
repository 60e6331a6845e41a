import * as assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { SetUpToWebview } from '../../../src/protocol/messages';
import { SetUpPanel } from '../../../src/vscode/setup/page/setUpPanel';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices, when } from '../testServices';

type Posted = { readonly type: keyof SetUpToWebview };

const kept = { clientId: 'my-client', clientSecret: 'kept-secret-value' };

describe('The form of a connection', () => {
  let services: TestServices;
  let called: string[];
  let server: http.Server;
  let baseUrl: string;

  beforeEach(async () => {
    services = createTestServices();
    called = [];
    server = http.createServer((request, response) => {
      called.push(`${request.method} ${request.url}`);
      response.writeHead(401, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    await services.dispose();
    await new Promise((resolve) => server.close(resolve));
  });

  async function opened() {
    const provider = (await services.registry.provider('demo-notes')) ?? assert.fail();
    const panel = new FakePanel<Posted>();
    const before = { id: 'mine', provider: 'demo-notes', title: 'Mine', baseUrl: 'http://127.0.0.1:1' };
    const subject = {
      ...({ provider, before, home: 'user', kept, takenTitles: [], takenIds: [] } as const),
      ...{ hasWorkspace: false, differences: [] },
    };
    const page = new SetUpPanel(services, subject, panel.panel);
    panel.say({ type: 'ready' });
    let number = 0;
    const set = (pointer: string, value: string) => {
      number += 1;
      panel.say({ type: 'edit', edits: [{ kind: 'set', pointer, value }], version: 0, number });
    };
    return { page, panel, set };
  }

  /** Whoever is asked whether kept credentials may go to the new address says yes, after something else was done. */
  async function agreeing(meanwhile: () => void, work: () => Promise<void>): Promise<void> {
    const window = vscode.window as { showQuickPick: unknown };
    const own = window.showQuickPick;
    window.showQuickPick = async (items: readonly unknown[]) => {
      meanwhile();
      return items.at(-1);
    };
    try {
      await work();
    } finally {
      window.showQuickPick = own;
    }
  }

  const isTested = (message: Posted) => /"kind":"(?:passed|failed)"/.test(JSON.stringify(message));

  it('tests with kept credentials at another address once a person has said so', async () => {
    const { panel, page, set } = await opened();
    set('/connection/baseUrl', baseUrl);
    await agreeing(
      () => {},
      async () => {
        panel.say({ type: 'test' });
        await when(panel.onDidPost, () => panel.posted.some(isTested));
      },
    );
    assert.notEqual(called.length, 0);
    const running = panel.posted.flatMap(
      (message) => /"title":"([^"]+)","outcome":"running"/.exec(JSON.stringify(message))?.[1] ?? [],
    );
    assert.deepEqual([...new Set(running)], ['Host name', 'Clock', 'Token']);
    page.dispose();
  });

  it('sends nothing when the form changes while the question is open', async () => {
    const { panel, page, set } = await opened();
    set('/connection/baseUrl', baseUrl);
    const window = vscode.window as { showInformationMessage: unknown };
    const own = window.showInformationMessage;
    const said = new vscode.EventEmitter<string>();
    const texts: string[] = [];
    window.showInformationMessage = async (text: string) => {
      texts.push(text);
      said.fire(text);
    };
    try {
      await agreeing(
        () => set('/credentials/clientSecret', 'secret-of-another-address'),
        async () => {
          panel.say({ type: 'test' });
          await when(said.event, () => texts.length > 0);
        },
      );
    } finally {
      window.showInformationMessage = own;
    }
    assert.match(texts[0] ?? '', /Nothing was sent: the form has changed/);
    assert.deepEqual(called, []);
    page.dispose();
  });
});
