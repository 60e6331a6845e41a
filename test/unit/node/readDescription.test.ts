import assert from 'node:assert/strict';
import http from 'node:http';
import { startEmulators } from '../../../src/node/emulator/emulatorServer';
import { readDescription } from '../../../src/node/emulator/readDescription';
import type { RunningEmulators } from '../../../src/node/emulator/runningEmulators';
import { demoProvider } from '../emulator/demoProvider';

describe('what an emulator knows of a document', () => {
  let running: RunningEmulators;
  let baseUrl: string;

  before(async () => {
    const outcome = await startEmulators([demoProvider]);
    assert.ok(outcome.kind === 'running');
    running = outcome.running;
    baseUrl = running.find(demoProvider.id)?.baseUrl ?? '';
  });

  after(() => running.stop());

  it('is read with the addresses of signing pages', async () => {
    const detail = await readDescription(baseUrl, 'notes', 'first');
    assert.equal(detail?.title, 'Note first');
    assert.equal(detail.recipients[0]?.signingPage, `${baseUrl}/sign/first`);
  });

  it('is nothing for a document that it does not know', async () => {
    assert.equal(await readDescription(baseUrl, 'notes', 'a/b?c'), undefined);
  });

  it('is nothing when the address answers with something else, or not at all', async () => {
    assert.equal(await readDescription(`${baseUrl}/sign/first#`, 'notes', 'first'), undefined);
    assert.equal(await readDescription('http://127.0.0.1:1', 'notes', 'first'), undefined);
  });

  const action = { verb: 'remind', title: 'Remind', operation: 'notes/remind', path: { id: 'first' } };
  const recipient = { id: 'r', title: 'Ada', order: 1, status: { text: 'SENT', tone: 'waiting' }, actions: [action] };
  const detail = { id: 'first', title: 'Note', recipients: [recipient], actions: [action], note: 'x' };
  const answers: readonly unknown[] = [
    null,
    [],
    { ...detail, id: 1 },
    { ...detail, note: {} },
    { ...detail, status: 'SENT' },
    { ...detail, status: { text: 'SENT', tone: 'loud' } },
    { ...detail, actions: [{}] },
    { ...detail, actions: [{ ...action, verb: 'destroy' }] },
    { ...detail, actions: [{ ...action, operation: ['notes/remind'] }] },
    { ...detail, actions: [{ ...action, path: 'first' }] },
    { ...detail, recipients: {} },
    { ...detail, recipients: [{ ...recipient, order: 'first' }] },
    { ...detail, recipients: [{ ...recipient, signingPage: 7 }] },
    { ...detail, recipients: [{ ...recipient, actions: [null] }] },
  ];

  it('is nothing when a part of the answer is not what it is taken for', async () => {
    let answer: unknown;
    const other = http.createServer((_request, response) => response.end(JSON.stringify(answer)));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    assert.ok(typeof address === 'object' && address !== null);
    const read = () => readDescription(`http://127.0.0.1:${address.port}`, 'notes', 'first');
    for (answer of answers) assert.equal(await read(), undefined, JSON.stringify(answer));
    answer = detail;
    assert.deepEqual(await read(), detail);
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  });
});
