import assert from 'node:assert/strict';
import { historyEntry } from '../../../../src/core/history/record';
import type { HttpOutcome, HttpRequest } from '../../../../src/core/http';
import type { Operation } from '../../../../src/core/provider';
import type { RequestFile } from '../../../../src/core/requests/requestFile';
import type { SendPorts } from '../../../../src/core/sending/ports';
import { sendOperation } from '../../../../src/core/sending/sendOperation';
import { jsonReply, parcel, parcelConnection, testPorts } from './parcelProvider';

type Answers = Readonly<Record<string, (request: HttpRequest) => HttpOutcome>>;

const token = () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 });
const invitePath = 'POST /api/parcels/p-1/invites';

function requestFor(operation: string, values: Partial<RequestFile>): RequestFile {
  return { operation: `parcel/${operation}`, connection: 'test', ...values };
}

const inviteRequest = requestFor('invite', { path: { parcel_id: 'p-1' }, body: { email: 'ann@example.com' } });

async function send(answers: Answers, request: RequestFile, replaced: Partial<SendPorts> = {}, facts?: unknown) {
  const ports = testPorts(answers, replaced);
  const operation = parcel.operations.find(({ id }) => id === request.operation) as Operation;
  const run = await sendOperation(ports, { provider: parcel, operation, connection: parcelConnection }, request, {
    facts,
  });
  return { run, sent: ports.sent, ports };
}

describe('sendOperation', () => {
  it('fetches a token from its own host, then sends with it', async () => {
    const { run, sent } = await send(
      { 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i-1' }) },
      inviteRequest,
    );
    assert.deepEqual(
      sent.map(({ url }) => url),
      ['https://login.parcel.example/token', 'https://api.parcel.example/api/parcels/p-1/invites'],
    );
    assert.equal(sent[0]?.body?.text, 'grant=key&key=key-0123456789');
    assert.equal(sent[1]?.headers['authorization'], 'Bearer token-abcdefgh');
    assert.equal(run.outcome.kind, 'replied');
  });

  it('uses the cached token, and renews one that is refused exactly once', async () => {
    let calls = 0;
    const answers: Answers = {
      'POST /token': token,
      [invitePath]: () => (calls++ === 1 ? jsonReply(401, {}) : jsonReply(200, { id: 'i' })),
    };
    const ports = testPorts(answers);
    const target = { provider: parcel, operation: parcel.operations[1], connection: parcelConnection };
    await sendOperation(ports, target, inviteRequest);
    assert.equal(ports.sent.length, 2);
    await sendOperation(ports, target, inviteRequest);
    assert.deepEqual(
      ports.sent.slice(2).map(({ url }) => new URL(url).pathname),
      ['/api/parcels/p-1/invites', '/token', '/api/parcels/p-1/invites'],
    );
  });

  it('gives up on a token that is refused again', async () => {
    const { run, sent } = await send({ 'POST /token': token, [invitePath]: () => jsonReply(401, {}) }, inviteRequest);
    assert.equal(sent.length, 4);
    assert.ok(run.outcome.kind === 'replied' && run.outcome.reading.failed);
  });

  it('masks credentials that the answer to a token call repeats, in any form, also for the history', async () => {
    const echo = ({ body }: HttpRequest): HttpOutcome => {
      const bytes = new TextEncoder().encode(`<h1>${body?.text} x</h1>`.padEnd(400, '-'));
      const reply = { status: 500, statusText: '', headers: { 'content-type': 'text/html' }, bytes, durationMs: 1 };
      return { kind: 'replied', reply };
    };
    const { run } = await send({ 'POST /token': echo }, inviteRequest);
    const operation = parcel.operations.find(({ id }) => id === 'parcel/invite') as Operation;
    assert.match(JSON.stringify(run.outcome), /‹secret:/);
    assert.doesNotMatch(JSON.stringify([run.outcome, historyEntry(run, operation)]), /key-0123456789/);
    assert.deepEqual(
      run.secrets.map(({ value }) => value),
      ['key-0123456789'],
    );
  });

  it('shares one token call between requests that need it at once', async () => {
    const ports = testPorts({ 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i' }) });
    const target = { provider: parcel, operation: parcel.operations[1], connection: parcelConnection };
    await Promise.all([1, 2, 3].map(() => sendOperation(ports, target, inviteRequest)));
    assert.equal(ports.sent.filter(({ url }) => url.endsWith('/token')).length, 1);
  });

  const refusals: { name: string; request: RequestFile; facts?: unknown; pointer: string; code: string }[] = [
    {
      name: 'a value breaks its schema',
      request: requestFor('invite', { path: { parcel_id: 'p-1' }, body: { email: 'nobody' } }),
      pointer: '/body/email',
      code: 'invalid_format',
    },
    {
      name: 'a rule that knows the document refuses',
      request: inviteRequest,
      facts: { owner: 'ann@example.com' },
      pointer: '/body/email',
      code: 'owner',
    },
  ];
  for (const { name, request, facts, pointer, code } of refusals) {
    it(`sends nothing when ${name}`, async () => {
      const { run, sent } = await send({ 'POST /token': token }, request, {}, facts);
      assert.equal(sent.length, 0);
      assert.ok(run.outcome.kind === 'failed' && run.outcome.problem.kind === 'invalidRequest');
      assert.deepEqual(
        run.outcome.problem.issues.map((issue) => [issue.pointer, issue.code]),
        [[pointer, code]],
      );
    });
  }

  it('checks a value again once its variable is known', async () => {
    const request = requestFor('invite', { path: { parcel_id: '{{parcel}}' }, body: { email: '{{order}}' } });
    const { run, sent } = await send({ 'POST /token': token }, request);
    assert.equal(sent.length, 0);
    assert.ok(run.outcome.kind === 'failed' && run.outcome.problem.kind === 'invalidRequest');
    assert.equal(run.outcome.problem.issues[0]?.pointer, '/body/email');
  });

  it('puts variables in their places, as numbers where they spell one', async () => {
    const request = requestFor('invite', {
      path: { parcel_id: '{{parcel}}' },
      body: { email: 'ann@example.com', order: '{{order}}' },
    });
    const { sent } = await send({ 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i' }) }, request);
    assert.deepEqual(JSON.parse(sent[1]?.body?.text ?? ''), { email: 'ann@example.com', order: 2 });
  });

  it('never puts a credential into a call that is not about tokens', async () => {
    const request = requestFor('invite', {
      path: { parcel_id: 'p-1' },
      body: { email: 'ann@example.com', code: '{{credentials.key}}' },
    });
    const { run, sent } = await send({ 'POST /token': token }, request);
    assert.equal(sent.length, 0);
    assert.ok(run.outcome.kind === 'failed');
    assert.equal(run.outcome.problem.kind, 'credentialsNotAllowed');
  });

  const problems: { name: string; answers: Answers; replaced?: Partial<SendPorts>; kind: string }[] = [
    {
      name: 'no credentials',
      answers: {},
      replaced: { credentials: async () => ({ kind: 'missing', names: ['key'] }) },
      kind: 'missingCredentials',
    },
    {
      name: 'credentials of another address',
      answers: {},
      replaced: { credentials: async () => ({ kind: 'unconfirmed', origin: 'https://evil.example' }) },
      kind: 'unconfirmedOrigin',
    },
    {
      name: 'a token call that is refused',
      answers: { 'POST /token': () => jsonReply(403, { errors: [{ message: 'wrong key' }] }) },
      kind: 'tokenRefused',
    },
    { name: 'a token call without reply', answers: {}, kind: 'noReply' },
    { name: 'no reply', answers: { 'POST /token': token }, kind: 'noReply' },
  ];
  for (const { name, answers, replaced, kind } of problems) {
    it(`says what the problem is: ${name}`, async () => {
      const { run } = await send(answers, inviteRequest, replaced);
      assert.ok(run.outcome.kind === 'failed');
      assert.equal(run.outcome.problem.kind, kind);
    });
  }

  it('asks for a credential that a token call refers to and nobody entered', async () => {
    const request = requestFor('get-token', { body: { grant: 'key', key: '{{credentials.password}}' } });
    const { run } = await send({ 'POST /token': token }, request);
    assert.ok(run.outcome.kind === 'failed');
    assert.deepEqual(run.outcome.problem, {
      kind: 'missingCredentials',
      provider: 'parcel',
      connection: 'test',
      names: ['password'],
    });
  });

  it('masks what it sent and names every secret of the run', async () => {
    const link = 'https://sign.example/p-1?access_token=linktoken-1';
    const request = requestFor('invite', {
      path: { parcel_id: 'p-1' },
      body: { email: 'ann@example.com', code: 'pass-word-1' },
    });
    const { run } = await send(
      { 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i', link }, { 'set-cookie': 'sid=1' }) },
      request,
    );
    assert.equal(run.sent?.headers['authorization'], 'Bearer ‹secret:authorization›');
    assert.equal(run.sent?.body?.text, '{"email":"ann@example.com","code":"‹secret:/body/code›"}');
    const values = run.secrets.map(({ value }) => value);
    for (const value of [link, 'linktoken-1', 'token-abcdefgh', 'pass-word-1', 'key-0123456789']) {
      assert.ok(values.includes(value), value);
    }
    assert.ok(run.outcome.kind === 'replied');
    assert.equal(run.outcome.reading.headers['set-cookie'], '‹secret:set-cookie›');
    assert.deepEqual(run.outcome.reading.links, [{ url: link, recipient: 'someone@example.com' }]);
  });

  it('sends a file with its name and content', async () => {
    const request = requestFor('upload', { body: { file: './a "b".pdf', note: 'two\nlines' } });
    const { sent, run } = await send(
      { 'POST /token': token, 'POST /api/files': () => jsonReply(200, { id: 'f' }) },
      request,
      {
        readFile: async () => ({ kind: 'read', name: 'a "b".pdf', bytes: new Uint8Array([0x25, 0xff, 0x00]) }),
      },
    );
    const body = Buffer.from(sent[1]?.body?.bytes ?? []).toString('latin1');
    assert.match(body, /name="file"; filename="a %22b%22\.pdf"\r\nContent-Type: application\/pdf\r\n\r\n%\xff\0\r\n--/);
    assert.match(body, /name="note"\r\n\r\ntwo\nlines\r\n--/);
    assert.match(run.sent?.body?.text ?? '', /\(3 bytes\)/);
  });

  it('names the file that cannot be read', async () => {
    const { run } = await send({ 'POST /token': token }, requestFor('upload', { body: { file: 'gone.pdf' } }));
    assert.ok(run.outcome.kind === 'failed');
    assert.deepEqual(run.outcome.problem, {
      kind: 'unreadableFile',
      path: 'gone.pdf',
      reason: 'no gone.pdf in this test',
    });
  });

  it('recognises a documented failure by its text, the varying part left open', async () => {
    const errors = [{ code: 99, message: 'The owner ann@example.com cannot be invited.' }];
    const { run } = await send({ 'POST /token': token, [invitePath]: () => jsonReply(400, { errors }) }, inviteRequest);
    assert.ok(run.outcome.kind === 'replied');
    assert.equal(run.outcome.reading.errors[0]?.failure?.id, 'owner');
  });

  it('says where a reply departs from its documentation', async () => {
    const { run } = await send({ 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 7 }) }, inviteRequest);
    assert.ok(run.outcome.kind === 'replied');
    assert.match(run.outcome.reading.remarks.join(), /departs from its documentation at \/id/);
  });

  it('replaces the default path prefix by the connection’s', async () => {
    const ports = testPorts({ 'POST /token': token, 'GET /parcel/v1/parcels': () => jsonReply(200, []) });
    await sendOperation(
      ports,
      {
        provider: parcel,
        operation: parcel.operations[3],
        connection: { ...parcelConnection, pathPrefix: '/parcel/v1' },
      },
      requestFor('list', { query: { page: 2, tag: ['a', 'b c'] } }),
    );
    assert.equal(ports.sent[1]?.url, 'https://api.parcel.example/parcel/v1/parcels?page=2&tag=a&tag=b+c');
  });
});
