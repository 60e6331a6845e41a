import assert from 'node:assert/strict';
import { historyEntry } from '../../../../src/core/history/record';
import type { Operation, RequestValues } from '../../../../src/core/operation';
import { buildRequest } from '../../../../src/core/requests/buildRequest';
import { parseRequestFile } from '../../../../src/core/requests/requestFile';
import { Confirmations } from '../../../../src/core/sending/asking/mayBeSent';
import type { Question } from '../../../../src/core/sending/asking/question';
import { sendRequest } from '../../../../src/core/sending/sendRequest';
import { jsonReply, parcel, parcelConnection, testPorts } from './parcelProvider';

const inviteText = (body: string): string =>
  `{"operation": "parcel/invite", "connection": "test", "path": {"parcel_id": "p-1"}, "body": ${body}}`;

describe('A request is sent as it was written', () => {
  const rows: readonly (readonly [name: string, body: string, sent: string])[] = [
    [
      'digits and escapes',
      '{"email": "a@b.example", "order": 1.0, "n": 12345678901234567890, "t": "\\u00e9"}',
      '{"email":"a@b.example","order":1.0,"n":12345678901234567890,"t":"\\u00e9"}',
    ],
    [
      'names that stand twice',
      '{"email": "a@b.example", "order": 1, "order": 2}',
      '{"email":"a@b.example","order":1,"order":2}',
    ],
    [
      'with its references replaced',
      '{"email": "a@b.example", "order": "{{order}}", "x": 1e3}',
      '{"email":"a@b.example","order":2,"x":1e3}',
    ],
    [
      'without what a secret has in its place',
      '{"code": "old-secret", "code": "new-secret", "n": 1.0}',
      '{"code":"new-secret","n":1.0}',
    ],
  ];
  for (const [name, body, expected] of rows) {
    it(name, async () => {
      const { ports } = await send(inviteText(body), { force: true });
      assert.equal(ports.sent.at(-1)?.body?.text, expected);
    });
  }

  it('refuses names that stand twice, at their place', async () => {
    const { ports, run } = await send(inviteText('{"email": "a@b.example", "order": 1, "order": 2}'), {});
    assert.deepEqual(ports.sent, []);
    assert.ok(run.outcome.kind === 'failed' && run.outcome.problem.kind === 'invalidRequest');
    const [issue] = run.outcome.problem.issues;
    assert.deepEqual([issue?.code, issue?.pointer, issue?.place?.line], ['duplicate_key', '/body/order', 1]);
  });

  it('asks about whom a name that stands twice may mean', async () => {
    const asked: Question[] = [];
    const ports = testPorts(
      {},
      {
        policy: { allowedRecipients: ['b.example'], confirmations: new Confirmations() },
        ask: async (question) => asked.push(question) < 0,
      },
    );
    const text = inviteText('{"email": "eve@elsewhere.example", "email": "a@b.example"}');
    await sendRequest(ports, text, { cause: 'form' }, { force: true });
    assert.deepEqual(ports.sent, []);
    const reason = asked[0]?.reasons.find(({ kind }) => kind === 'notAllowed');
    assert.deepEqual(reason, { kind: 'notAllowed', recipients: ['eve@elsewhere.example'] });
  });

  it('never sends what nothing can walk through', async () => {
    const deep = `{"email": ${'['.repeat(900)}${']'.repeat(900)}}`;
    const { ports, run } = await send(inviteText(deep), { force: true });
    assert.deepEqual(ports.sent, []);
    assert.equal(run.outcome.kind === 'failed' && run.outcome.problem.kind, 'invalidRequest');
  });

  it('keeps in the history what was written, and no secret of it', async () => {
    const body =
      '{"email": "a@b.example", "code": "old-secret", "code": "new-secret", "order": 1.0, "x": "new-secret"}';
    const { run } = await send(inviteText(body), { force: true });
    const { request } = historyEntry(run, operation('parcel/invite'));
    assert.doesNotMatch(JSON.stringify(request), /(old|new)-secret/);
    const again = parseRequestFile(request.written ?? '');
    assert.ok(again.kind === 'parsed');
    const { written: _stored, ...values } = request;
    const { written, ...stored } = again.request;
    assert.deepEqual(stored, values);
    assert.match(written ?? '', /"order": 1\.0,/);
  });

  it('has its numbers in the address and in forms as they were written', () => {
    const text =
      '{"query": {"page": 1.0, "tag": [12345678901234567890, "x"]}, "path": {"parcel_id": 1e3}, "body": {"key": 1.10, "grant": {"a": 1.0}}}';
    const values: RequestValues = JSON.parse(text);
    const { body: _body, ...address } = values;
    const built = (id: string, sections = values) =>
      buildRequest(parcel, operation(id), parcelConnection, {
        values: sections,
        written: text,
        authorization: {},
        files: new Map(),
        boundary: 'b',
      });
    const list = built('parcel/list', address);
    assert.equal('url' in list && new URL(list.url).search, '?page=1.0&tag=12345678901234567890&tag=x');
    const invite = built('parcel/invite');
    assert.equal('url' in invite && new URL(invite.url).pathname, '/api/parcels/1e3/invites');
    const form = built('parcel/get-token');
    assert.equal('body' in form && form.body?.text, 'key=1.10&grant=%7B%22a%22%3A1.0%7D');
    const multipart = built('parcel/upload');
    assert.match('body' in multipart ? (multipart.body?.text ?? '') : '', /name="key"\r\n\r\n1\.10\r\n/);
  });
});

async function send(text: string, options: { readonly force?: boolean }) {
  const ports = testPorts({
    'POST /token': () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 60 }),
    'POST /api/parcels/p-1/invites': () => jsonReply(200, { id: 'i' }),
  });
  return { ports, run: await sendRequest(ports, text, { cause: 'form' }, options) };
}

function operation(id: string): Operation {
  const found: Operation | undefined = parcel.operations.find((candidate) => candidate.id === id);
  assert.ok(found);
  return found;
}
