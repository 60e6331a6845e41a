import assert from 'node:assert/strict';
import { type RunningEmulators, startEmulators } from '../../../src/node/emulator/emulatorServer';
import { readDescription } from '../../../src/node/emulator/readDescription';
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
});
