import assert from 'node:assert/strict';
import { historyEntry, maskedPointers, summaryOf } from '../../../../src/core/history/record';
import { type HttpOutcome, replyText } from '../../../../src/core/http';
import type { Operation } from '../../../../src/core/operation';
import { restoreRun } from '../../../../src/core/replies/restoreRun';
import type { RequestFile } from '../../../../src/core/requests/requestFile';
import { sendRequest } from '../../../../src/core/sending/sendRequest';
import { jsonReply, parcel, testPorts } from '../sending/parcelProvider';

const link = 'https://sign.example/p-1?access_token=linktoken-1&route=x';
const secrets = ['key-0123456789', 'token-abcdefgh', 'pass"word\\1', 'linktoken-1', link, 'cookie-1'];

const invited = jsonReply(200, { id: 'i', link, echo: 'pass"word\\1 token-abcdefgh' }, { 'set-cookie': 'cookie-1' });

async function entryOf(request: RequestFile, outcome = invited) {
  const operation = parcel.operations.find(({ id }) => id === request.operation) as Operation;
  const ports = testPorts({
    'POST /token': () =>
      jsonReply(200, { access_token: 'token-abcdefgh', refresh_token: 'token-abcdefgh-2', expires_in: 60 }),
    'POST /api/parcels/p-1/invites': () => outcome,
    'POST /api/files': () => jsonReply(200, { id: 'f' }),
  });
  const run = await sendRequest(ports, request, { cause: 'form' });
  return historyEntry(run, operation);
}

/** A reply with another body. */
function received(type: string, bytes: Uint8Array, status = 200): HttpOutcome {
  const headers = { 'content-type': type };
  return { kind: 'replied', reply: { status, statusText: 'OK', headers, bytes, durationMs: 1 } };
}

const invite: RequestFile = {
  operation: 'parcel/invite',
  connection: 'test',
  path: { parcel_id: 'p-1' },
  body: { email: 'ann@example.com', code: 'pass"word\\1' },
};
const tokenCall: RequestFile = {
  operation: 'parcel/get-token',
  connection: 'test',
  body: { grant: 'key', key: '{{credentials.key}}' },
};

describe('historyEntry', () => {
  for (const request of [invite, tokenCall]) {
    it(`holds no secret of ${request.operation}`, async () => {
      const stored = JSON.stringify(await entryOf(request));
      for (const secret of secrets) {
        assert.equal(stored.includes(secret), false, secret);
        assert.equal(stored.includes(JSON.stringify(secret).slice(1, -1)), false, secret);
        assert.equal(stored.includes(encodeURIComponent(secret)), false, secret);
      }
    });
  }

  it('keeps references, so that a replay needs no secret', async () => {
    const { request } = await entryOf(tokenCall);
    assert.deepEqual(request, tokenCall);
    assert.deepEqual(maskedPointers(request), []);
  });

  it('knows which values a replay must ask for', async () => {
    const { request } = await entryOf(invite);
    assert.deepEqual(maskedPointers(request), ['/body/code']);
  });

  it('keeps what a multipart body was made of, and says when it is too long', async () => {
    const upload = (note: string): RequestFile => ({
      operation: 'parcel/upload',
      connection: 'test',
      body: { file: 'data:application/pdf;name=a.pdf;base64,JVBERi0xLjQK', note },
    });
    const restored = restoreRun(await entryOf(upload('@hello')), parcel).run.sent?.body;
    const bytes = new TextEncoder().encode('%PDF-1.4\n');
    assert.deepEqual(restored?.parts, [
      { kind: 'file', name: 'file', fileName: 'a.pdf', mediaType: 'application/pdf', size: 9, path: undefined, bytes },
      { kind: 'text', name: 'note', value: '@hello' },
    ]);
    assert.equal(JSON.stringify(await entryOf(upload('@hello'))).split('JVBERi0xLjQK').length, 2, 'stored once');
    const long = restoreRun(await entryOf(upload('x'.repeat(100_000))), parcel).run.sent?.body;
    assert.deepEqual([long?.isCut, long?.parts], [true, undefined]);
  });

  it('keeps the reply, its status and time', async () => {
    const entry = await entryOf(invite);
    assert.ok(entry.outcome.kind === 'replied');
    assert.equal(entry.outcome.status, 200);
    assert.equal(JSON.parse(entry.outcome.body).id, 'i');
    assert.deepEqual(summaryOf(entry), {
      id: entry.id,
      sentAt: 1_000_000,
      provider: 'parcel',
      operation: 'parcel/invite',
      connection: 'test',
      environment: 'Production',
      failed: false,
      status: 200,
      durationMs: 1,
    });
  });

  it('keeps of a file its size alone', async () => {
    const bytes = new TextEncoder().encode(`%PDF-1.7 ${'x'.repeat(1000)}`);
    const { outcome } = await entryOf(invite, received('application/pdf', bytes, 502));
    assert.ok(outcome.kind === 'replied');
    assert.deepEqual([outcome.body, outcome.truncated, outcome.size], ['', true, bytes.length]);
  });

  it('keeps a reply of another charset so that it can be read again', async () => {
    const bytes = Uint8Array.from('{"id":"J\u00fcrgen","n":1.0}', (character) => character.charCodeAt(0));
    const entry = await entryOf(invite, received('application/json; charset=iso-8859-1', bytes));
    const { outcome } = restoreRun(entry, parcel).run;
    assert.ok(outcome.kind === 'replied');
    assert.equal(replyText(outcome.reply), '{"id":"J\u00fcrgen","n":1.0}');
  });
});
