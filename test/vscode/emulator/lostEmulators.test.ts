import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { unrulyProvider } from '../../unit/fixtures/testEmulators';
import { createTestServices, type TestServices } from '../testServices';

describe('Emulators that end by themselves', () => {
  const window = vscode.window as { showWarningMessage: unknown };
  const own = window.showWarningMessage;
  let services: TestServices;
  let said: Promise<readonly string[]>;

  beforeEach(() => {
    services = createTestServices([{ ...unrulyProvider, load: async () => unrulyProvider }]);
    said = new Promise((resolve) => {
      window.showWarningMessage = async (...told: string[]) => resolve(told);
    });
  });

  afterEach(async () => {
    window.showWarningMessage = own;
    await services.dispose();
  });

  it('are said to be gone, and start again when they are next used', async () => {
    const { emulators } = services;
    const changes: string[] = [];
    emulators.onDidChange((change) => changes.push(change));
    const address = await emulators.baseUrl(unrulyProvider.id);
    await makeNote(address, ['break']).catch(() => undefined);
    const [text = '', ...buttons] = await said;
    assert.match(text, /ended by itself, with the documents that it had/);
    assert.deepEqual(buttons, ['Start Again', 'Show Log']);
    assert.equal(emulators.running, false);
    assert.equal(emulators.address(unrulyProvider.id), undefined);
    assert.match(services.errors.join('\n'), /The emulator ended by itself\..*broken by a test/s);
    const again = await emulators.baseUrl(unrulyProvider.id);
    assert.equal((await makeNote(again, [])).status, 201);
    assert.deepEqual(changes, ['started', 'stopped', 'started']);
  });

  it('that a run had for itself leave those of the window alone when they are stopped', async () => {
    const { emulators } = services;
    const address = await emulators.baseUrl(unrulyProvider.id);
    const fresh = await emulators.fresh([unrulyProvider.id]);
    assert.notEqual(fresh.address(unrulyProvider.id), address);
    await fresh.stop();
    assert.equal((await makeNote(address, [])).status, 201);
    await emulators.stop();
    await assert.rejects(makeNote(address, []));
  });
});

function makeNote(address: string, marks: readonly string[]): Promise<Response> {
  const headers = { authorization: 'Bearer demo-token', 'content-type': 'application/json' };
  const body = JSON.stringify({ text: 'made', copies: 1, marks });
  return fetch(`${address}/api/v1/notes/made`, { method: 'POST', headers, body });
}
