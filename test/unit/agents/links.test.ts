import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { othersNote } from '../../../src/agents/output/fromOthers';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { call, demoSession } from './demoSession';

const request = {
  operation: 'demo-notes/create-note',
  path: { note_id: 'signed' },
  body: { text: 'hello', copies: 1 },
};
const secret = 'link-of-signed';

describe('Links, for an assistant', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esign-agents-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are masked in every output, and in the history that is kept', async () => {
    const session = demoSession({ history: new JsonLinesHistoryStore(folder) });
    try {
      const sent = await call(session, 'send_request', request);
      assert.ok(sent.kind === 'answered');
      assert.deepEqual(sent.output['links'], [
        {
          treatAs: othersNote,
          number: 0,
          recipient: 'ann@example.com',
          url: '‹secret:signing link›',
          expiresAt: '2030-01-02T00:00:00.000Z',
        },
      ]);
      const entry = sent.output['entry'];
      const read = await Promise.all(
        ['reply', 'request', 'sent', 'headers'].map((part) => call(session, 'read_history', { entry, part })),
      );
      assert.ok(read.every(({ kind }) => kind === 'answered'));
      const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
      assert.ok(kept.join('').includes('"cause":"agent"'));
      assert.ok(!JSON.stringify([sent, ...read, ...kept]).includes(secret));
    } finally {
      await session.stop();
    }
  });

  it('are shown where a person asked for them', async () => {
    const session = demoSession({ showsLinks: true });
    try {
      const sent = await call(session, 'send_request', request);
      assert.ok(sent.kind === 'answered');
      assert.ok(JSON.stringify(sent.output['links']).includes(secret));
    } finally {
      await session.stop();
    }
  });
});
