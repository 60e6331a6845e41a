import assert from 'node:assert/strict';
import { client, createNote, useWorkplace } from './workplace';

const removeNote = { operation: 'demo-notes/remove-note', connection: 'emulator', path: { note_id: 'first' } };
const elsewhere = ['--base-url', 'https://notes.example'];

describe('esign send, asked first', () => {
  const workplace = useWorkplace();

  const send = (content: object, args: readonly string[], env: Record<string, string> = {}) =>
    workplace().run(['send', workplace().write('a.esign.json', content), ...args], { ...client, ...env });
  const here = () => ['--base-url', workplace().baseUrl];

  it('takes nothing away without --yes, and says what would happen', async () => {
    const { code, out, err } = await send(removeNote, here());
    assert.equal(code, 4);
    assert.equal(out, '');
    assert.match(err, /takes something away/);
    assert.match(err, /Add --yes when it is meant/);
    assert.equal((await send({ ...removeNote, operation: 'demo-notes/get-note' }, here())).code, 0);
  });

  it('takes it away with --yes', async () => {
    assert.equal((await send(removeNote, [...here(), '--yes'])).code, 0);
    assert.equal((await send({ ...removeNote, operation: 'demo-notes/get-note' }, here())).code, 1);
  });

  it('sends nothing to an address that may be live without --yes', async () => {
    const { code, out } = await send(createNote, [...elsewhere, '--json']);
    const { problem, request } = JSON.parse(out);
    assert.equal(code, 4);
    assert.equal(request, null);
    assert.equal(problem.kind, 'unanswered');
    assert.deepEqual(
      problem.question.reasons.map(({ kind }: { kind: string }) => kind),
      ['liveConnection'],
    );
  });

  it('names who is not in the list of the environment', async () => {
    const request = { ...createNote, body: { text: 'eve@elsewhere.example', copies: 1 } };
    const { out } = await send(request, [...elsewhere, '--force', '--json'], {
      ESIGN_ALLOWED_RECIPIENTS: 'example.com',
    });
    const { reasons } = JSON.parse(out).problem.question;
    assert.deepEqual(reasons.at(-1), { kind: 'notAllowed', recipients: ['eve@elsewhere.example'] });
  });

  it('sends in spite of what it foresees with --force, and says so', async () => {
    const invalid = { ...createNote, body: { text: 7, copies: 'many' } };
    assert.equal((await send(invalid, here())).code, 2);
    const forced = await send(invalid, [...here(), '--force']);
    assert.equal(forced.code, 1);
    assert.match(forced.err, /Sent in spite of 2 problems:/);
    assert.match(forced.err, /\/body\/copies/);
    const { request, inSpiteOf, reply } = JSON.parse((await send(invalid, [...here(), '--force', '--json'])).out);
    assert.deepEqual(request.body, invalid.body);
    assert.equal(inSpiteOf.length, 2);
    assert.ok(reply.status >= 400);
  });
});
