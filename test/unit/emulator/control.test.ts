import assert from 'node:assert/strict';
import { type Call, form, handle, start } from './callEmulator';
import { bodyOf } from './demoProvider';

describe('emulator control', () => {
  const control = { 'x-esign-emulator': '1' };

  it('tells what it is and what happened', () => {
    const emulator = start();
    handle(emulator, { path: '/api/v1/notes/first' });
    handle(emulator, { path: '/api/v1/notes/x' });
    handle(emulator, { method: 'POST', path: '/sign/first', headers: form, body: 'action=finish' });
    assert.deepEqual(bodyOf(handle(emulator, { path: '/__emulator' })), {
      product: 'E-Sign Workbench emulator',
      provider: 'demo-notes',
      startedAt: '2030-01-01T00:00:00.000Z',
      now: '2030-01-01T00:00:00.000Z',
      counts: { requests: 3, refused: 1, signed: 1, declined: 0 },
    });
  });

  it('lets time pass and starts over', () => {
    const emulator = start();
    const advance = { method: 'POST', path: '/__emulator/advance', headers: control };
    const later = handle(emulator, { ...advance, body: { minutes: 90 } });
    assert.equal(bodyOf(later)['now'], '2030-01-01T01:30:00.000Z');
    emulator.advance(60_000);
    assert.equal(bodyOf(handle(emulator, { path: '/__emulator' }))['now'], '2030-01-01T01:31:00.000Z');
    const reset = handle(emulator, { method: 'POST', path: '/__emulator/reset', headers: control });
    assert.equal(bodyOf(reset)['now'], '2030-01-01T00:00:00.000Z');
  });

  it('lists who may sign where, as the signing pages have it', () => {
    const emulator = start();
    const signer = { name: 'Bo', email: 'ann@example.com', role: 'Reader' };
    const url = 'http://127.0.0.1:4010/sign/first?name=Bo';
    const listed = () => bodyOf(handle(emulator, { path: '/__emulator/signers' }));
    assert.deepEqual(listed(), { signers: [{ document: 'first', signer, state: 'open', url }] });
    handle(emulator, { method: 'POST', path: '/sign/first', headers: form, body: 'action=finish' });
    assert.deepEqual(listed(), { signers: [{ document: 'first', signer, state: 'used', url }] });
  });

  it('tells what it knows of a document, with whole addresses of signing pages', () => {
    const { status, body } = handle(start(), { path: '/__emulator/documents/notes/first' });
    assert.equal(status, 200);
    assert.deepEqual(body, {
      id: 'first',
      title: 'Note first',
      recipients: [
        { id: 'ann', title: 'ann@example.com', actions: [], signingPage: 'http://127.0.0.1:4010/sign/first' },
        { id: 'bo', title: 'Bo', actions: [] },
      ],
      actions: [],
      note: 'Known to the emulator only.',
    });
  });

  const refusals: readonly (readonly [string, Call, number])[] = [
    ['a reset without the header', { method: 'POST', path: '/__emulator/reset' }, 403],
    ['an advance without the header', { method: 'POST', path: '/__emulator/advance', body: { minutes: 1 } }, 403],
    [
      'minutes that are no number',
      { method: 'POST', path: '/__emulator/advance', headers: control, body: { minutes: '1' } },
      400,
    ],
    [
      'minutes backwards',
      { method: 'POST', path: '/__emulator/advance', headers: control, body: { minutes: -1 } },
      400,
    ],
    ['a body that is not JSON', { method: 'POST', path: '/__emulator/advance', headers: control, body: 'x' }, 400],
    ['a body of null', { method: 'POST', path: '/__emulator/advance', headers: control, body: 'null' }, 400],
    ['a reset by GET', { path: '/__emulator/reset', headers: control }, 404],
    ['a document that is not there', { path: '/__emulator/documents/notes/none/at/all' }, 404],
    ['a collection that is not there', { path: '/__emulator/documents/files/first' }, 404],
    ['another route', { path: '/__emulator/state' }, 404],
  ];
  for (const [name, send, status] of refusals) {
    it(`refuses ${name}`, () => assert.equal(handle(start(), send).status, status));
  }
});
