import assert from 'node:assert/strict';
import { historyEntry } from '../../../../src/core/history/record';
import type { HttpOutcome, HttpRequest } from '../../../../src/core/http';
import type { Operation } from '../../../../src/core/operation';
import type { RequestFile } from '../../../../src/core/requests/requestFile';
import type { DoorPorts } from '../../../../src/core/sending/ports';
import { remarksOf } from '../../../../src/core/sending/run';
import type { RunOrigin } from '../../../../src/core/sending/runOrigin';
import { sendRequest } from '../../../../src/core/sending/sendRequest';
import { jsonReply, parcel, parcelConnection, testPorts } from './parcelProvider';

type Answers = Readonly<Record<string, (request: HttpRequest) => HttpOutcome>>;

const token = () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 });
const form: RunOrigin = { cause: 'form' };
const invitePath = 'POST /api/parcels/p-1/invites';

function requestFor(operation: string, values: Partial<RequestFile>): RequestFile {
  return { operation: `parcel/${operation}`, connection: 'test', ...values };
}

const inviteRequest = requestFor('invite', { path: { parcel_id: 'p-1' }, body: { email: 'ann@example.com' } });

async function send(answers: Answers, request: RequestFile, replaced: Partial<DoorPorts> = {}, facts?: unknown) {
  const ports = testPorts(answers, replaced);
  const run = await sendRequest(ports, request, form, { facts });
  return { run, sent: ports.sent, ports };
}

describe('sendRequest', () => {
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
    await sendRequest(ports, inviteRequest, form);
    assert.equal(ports.sent.length, 2);
    await sendRequest(ports, inviteRequest, form);
    assert.deepEqual(
      ports.sent.slice(2).map(({ url }) => new URL(url).pathname),
      ['/api/parcels/p-1/invites', '/token', '/api/parcels/p-1/invites'],
    );
  });

  it('renews a token that parallel calls are refused with once for all of them', async () => {
    let tokens = 0;
    const refused: (() => void)[] = [];
    const answers: Answers = {
      'POST /token': () => {
        tokens += 1;
        return jsonReply(200, { access_token: `token-number-${tokens}`, expires_in: 3600 });
      },
      [invitePath]: ({ headers }) => jsonReply(headers['authorization']?.endsWith('-1') ? 401 : 200, { id: 'i' }),
    };
    const ports = testPorts(answers);
    // The second refusal comes when the first call has its new token already.
    const http: DoorPorts['http'] = {
      send: async (request, ...more) => {
        const outcome = await ports.http.send(request, ...more);
        if (outcome.kind === 'replied' && outcome.reply.status === 401) {
          if (refused.length === 0) await new Promise<void>((resolve) => refused.push(resolve));
        } else if (request.headers['authorization'] !== undefined) refused[0]?.();
        return outcome;
      },
    };
    const runs = await Promise.all([1, 2].map(() => sendRequest({ ...ports, http }, inviteRequest, form)));
    assert.ok(runs.every(({ outcome }) => outcome.kind === 'replied' && outcome.reply.status === 200));
    assert.equal(tokens, 2);
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
    await Promise.all([1, 2, 3].map(() => sendRequest(ports, inviteRequest, form)));
    assert.equal(ports.sent.filter(({ url }) => url.endsWith('/token')).length, 1);
  });

  const refusals: { name: string; request: RequestFile; facts?: unknown; pointer: string; code: string }[] = [
    {
      name: 'a value breaks its schema',
      request: requestFor('invite', { path: { parcel_id: 'p-1' }, body: { email: 'nobody' } }),
      pointer: '/body/email',
      code: 'invalid_format',
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

  const problems: { name: string; answers: Answers; replaced?: Partial<DoorPorts>; kind: string }[] = [
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
      const { problem } = run.outcome;
      assert.equal(problem.kind, kind);
      // A person knows no ids.
      if ('connection' in problem) assert.equal(problem.connection, parcelConnection.title);
    });
  }

  it('asks for a credential that a token call refers to and nobody entered', async () => {
    const request = requestFor('get-token', { body: { grant: 'key', key: '{{credentials.password}}' } });
    const { run } = await send({ 'POST /token': token }, request);
    assert.ok(run.outcome.kind === 'failed');
    assert.deepEqual(run.outcome.problem, {
      kind: 'missingCredentials',
      provider: 'parcel',
      connection: 'Test',
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
    assert.match(remarksOf(run.outcome.reading).join(), /departs from its documentation at \/id/);
  });

  it('replaces the default path prefix by the connection’s', async () => {
    const ports = testPorts(
      { 'POST /token': token, 'GET /parcel/v1/parcels': () => jsonReply(200, []) },
      { connection: async () => ({ ...parcelConnection, pathPrefix: '/parcel/v1' }) },
    );
    await sendRequest(ports, requestFor('list', { query: { page: 2, tag: ['a', 'b c'] } }), form);
    assert.equal(ports.sent[1]?.url, 'https://api.parcel.example/parcel/v1/parcels?page=2&tag=a&tag=b+c');
  });

  it('sends what the document forbids by its state only: the API has the last word', async () => {
    const answers = { 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i' }) };
    const { run, sent } = await send(answers, inviteRequest, {}, { owner: 'ann@example.com' });
    assert.equal(sent.length, 2);
    assert.equal(run.outcome.kind, 'replied');
    assert.deepEqual(run.inSpiteOf, []);
  });

  describe('what has to be asked', () => {
    const answers = { 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i' }) };

    it('is asked once all values are known, and before anything leaves', async () => {
      const asked: string[] = [];
      const left: number[] = [];
      const ports = testPorts(answers, {
        ask: async ({ reasons }) => {
          asked.push(...reasons.map(({ kind }) => kind));
          left.push(ports.sent.length);
          return true;
        },
      });
      await sendRequest(ports, inviteRequest, form);
      assert.deepEqual([asked, left], [['liveConnection'], [0]]);
    });

    it('keeps everything here when the answer is no, token call included', async () => {
      const { run, sent } = await send(answers, inviteRequest, { ask: async () => false });
      assert.ok(run.outcome.kind === 'failed' && run.outcome.problem.kind === 'declined');
      assert.equal(sent.length, 0);
    });

    it('is refused where nobody can be asked', async () => {
      const { ask: _, ...ports } = testPorts(answers);
      const run = await sendRequest(ports, inviteRequest, form);
      assert.ok(run.outcome.kind === 'failed' && run.outcome.problem.kind === 'unanswered');
      assert.equal(ports.sent.length, 0);
    });

    it('is asked again after a no', async () => {
      let asked = 0;
      const ports = testPorts(answers, {
        ask: async () => {
          asked += 1;
          return asked > 1;
        },
      });
      for (const _ of [1, 2, 3]) await sendRequest(ports, inviteRequest, form);
      assert.equal(asked, 2);
    });
  });

  describe('sent anyway', () => {
    const answers = { 'POST /token': token, [invitePath]: () => jsonReply(400, { errors: [] }) };
    const force = { force: true };

    it('goes out exactly as it is written, and says in spite of what', async () => {
      const body = { email: 'nobody', order: '2', extra: { deep: [null, '{{nowhere}}'] } };
      const ports = testPorts(answers);
      const request = requestFor('invite', { path: { parcel_id: 'p-1' }, body });
      const run = await sendRequest(ports, request, form, force);
      assert.deepEqual(JSON.parse(ports.sent[1]?.body?.text ?? ''), body);
      assert.deepEqual(
        run.inSpiteOf.map(({ pointer }) => pointer),
        ['/body/email', '/body/order'],
      );
    });

    it('still resolves what it knows', async () => {
      const ports = testPorts(answers);
      const request = requestFor('invite', { path: { parcel_id: 'p-1' }, body: { email: 'x', order: '{{order}}' } });
      await sendRequest(ports, request, form, force);
      assert.deepEqual(JSON.parse(ports.sent[1]?.body?.text ?? ''), { email: 'x', order: 2 });
    });

    it('asks all the same', async () => {
      const { run, sent } = await send(answers, inviteRequest, { ask: async () => false });
      assert.ok(run.outcome.kind === 'failed' && run.outcome.problem.kind === 'declined');
      assert.equal(sent.length, 0);
    });

    it('sends a body that the call does not know, where HTTP can carry one', async () => {
      const path = { parcel_id: 'p-1' };
      const ports = testPorts({ 'POST /token': token, [invitePath]: () => jsonReply(400, {}) });
      await sendRequest(ports, requestFor('invite', { path, body: ['not', 'an', 'object'] }), form, force);
      assert.equal(ports.sent[1]?.body?.text, '["not","an","object"]');
    });

    it('says of what HTTP cannot carry that it cannot be sent', async () => {
      const ports = testPorts({ 'POST /token': token });
      for (const request of [requestFor('list', { body: {} }), requestFor('upload', { body: ['no', 'names'] })]) {
        const { outcome, sent } = await sendRequest(ports, request, form, force);
        assert.equal(outcome.kind === 'failed' && outcome.problem.kind, 'unsendableBody', request.operation);
        assert.equal(sent, undefined);
      }
    });

    it('lets no credential out, and no file that is not there', async () => {
      const requests = [
        requestFor('invite', { path: { parcel_id: 'p-1' }, body: { email: '{{credentials.key}}' } }),
        requestFor('upload', { body: { file: 'gone.pdf' } }),
      ];
      const kinds: unknown[] = [];
      for (const request of requests) {
        const { outcome } = await sendRequest(testPorts(answers), request, form, force);
        kinds.push(outcome.kind === 'failed' && outcome.problem.kind);
      }
      assert.deepEqual(kinds, ['credentialsNotAllowed', 'unreadableFile']);
    });
  });

  describe('what keeps it from being sent is a problem of the run', () => {
    const unsent: readonly [name: string, content: string | RequestFile, kind: string][] = [
      ['a text that is no JSON', '{ "operation": ', 'unreadableRequest'],
      ['a text that is no request', '[]', 'unreadableRequest'],
      ['an unknown operation', { operation: 'parcel/nothing', connection: 'test' }, 'unknownOperation'],
      ['an unknown connection', { ...inviteRequest, connection: 'nowhere' }, 'unknownConnection'],
    ];
    for (const [name, content, kind] of unsent) {
      it(name, async () => {
        const ports = testPorts(
          {},
          {
            connection: async ({ id }, connection) =>
              connection === 'test' ? parcelConnection : { kind: 'unknownConnection', provider: id, connection },
          },
        );
        const { outcome, origin, sent } = await sendRequest(ports, content, form);
        assert.equal(outcome.kind === 'failed' && outcome.problem.kind, kind);
        assert.deepEqual([origin, sent, ports.sent.length], [form, undefined, 0]);
      });
    }
  });

  it('reads the credentials once, the token call included', async () => {
    let read = 0;
    const ports = testPorts(
      { 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i' }) },
      {
        credentials: async () => {
          read += 1;
          return { kind: 'found', credentials: { key: 'key-0123456789', user: 'ann' } };
        },
      },
    );
    await sendRequest(ports, inviteRequest, form);
    assert.equal(read, 1);
  });

  it('takes credentials that are entered when they are missed, and gives up when nobody enters any', async () => {
    const answers = { 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i' }) };
    const credentials = async () => ({ kind: 'missing', names: ['key'] }) as const;
    const entered = await send(answers, inviteRequest, {
      credentials,
      enterCredentials: async () => ({ key: 'key-0123456789', user: 'ann' }),
    });
    assert.equal(entered.run.outcome.kind, 'replied');
    const backedOut = await send(answers, inviteRequest, { credentials, enterCredentials: async () => undefined });
    assert.equal(backedOut.run.outcome.kind === 'failed' && backedOut.run.outcome.problem.kind, 'missingCredentials');
    assert.equal(backedOut.sent.length, 0);
  });

  it('keeps its origin, and gives its links the name that they were asked for', async () => {
    const link = 'https://sign.example/p-1?access_token=linktoken-1';
    const ports = testPorts({ 'POST /token': token, [invitePath]: () => jsonReply(200, { id: 'i', link }) });
    const origin: RunOrigin = { cause: 'step', folder: 'file:///requests', recipient: 'Ann' };
    const run = await sendRequest(ports, inviteRequest, origin);
    assert.deepEqual(run.origin, origin);
    assert.ok(run.outcome.kind === 'replied');
    assert.deepEqual(
      run.outcome.reading.links.map(({ recipient }) => recipient),
      ['Ann'],
    );
  });
});
