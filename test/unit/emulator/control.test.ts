import assert from 'node:assert/strict';
import type { WebhookSender } from '../../../src/emulator/deliveries/webhookSender';
import { createEmulator } from '../../../src/emulator/engine';
import { type Call, form, handle, start } from './callEmulator';
import { bodyOf, demoDefinition, demoProvider } from './demoProvider';

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

  it('tells of all documents, with whole addresses and without what can be done', () => {
    const recipients = [
      { id: 'ann', title: 'ann@example.com', signingPage: 'http://127.0.0.1:4010/sign/first' },
      { id: 'bo', title: 'Bo' },
    ];
    const note = 'Known to the emulator only.';
    const first = { collection: 'notes', id: 'first', title: 'Note first', recipients, note };
    const read = (document?: string) =>
      bodyOf(handle(start(), { path: '/__emulator/state', query: document === undefined ? {} : { document } }));
    assert.deepEqual(read(), { documents: [first] });
    assert.deepEqual(read('First'), { documents: [first] });
    assert.deepEqual(read('other'), { documents: [] });
  });

  it('tells what would have been sent, the newest first, and forgets it with a reset', () => {
    const emulator = start();
    const write = (id: string) =>
      handle(emulator, { method: 'POST', path: `/api/v1/notes/${id}`, body: { text: 'hi', copies: 1 } });
    const told = (query: Readonly<Record<string, string>> = {}) =>
      bodyOf(handle(emulator, { path: '/__emulator/deliveries', query }))['deliveries'];
    const mail = (document: string, at: string) => ({
      sentAt: `2030-01-01T00:${at}:00.000Z`,
      channel: 'email',
      purpose: 'invitation',
      to: 'ann@example.com',
      document,
      link: `http://127.0.0.1:4010/sign/${document}`,
    });
    assert.deepEqual(told(), []);
    write('a');
    emulator.advance(60_000);
    write('b');
    assert.deepEqual(told(), [mail('b', '01'), mail('a', '00')]);
    assert.deepEqual(told({ document: 'a' }), [mail('a', '00')]);
    assert.deepEqual(told({ to: 'ANN@example.com', document: 'b' }), [mail('b', '01')]);
    assert.deepEqual(told({ to: 'bo@example.com' }), []);
    emulator.reset();
    assert.deepEqual(told(), []);
  });

  it('tells what happened by itself, at its own time, and what a webhook is sent', () => {
    let isTold = false;
    const emulator = createEmulator(
      demoProvider,
      {
        ...demoDefinition,
        elapse: (_state, { now, deliver }) => {
          if (isTold || now() < Date.UTC(2030, 0, 2)) return;
          isTold = true;
          deliver({
            channel: 'webhook',
            purpose: 'event',
            to: 'https://example.com/hook',
            document: 'first',
            event: 'EXPIRED',
            headers: { authorization: 'Basic key' },
            payload: { name: 'EXPIRED' },
            at: Date.UTC(2030, 0, 1, 12),
          });
        },
      },
      { now: () => Date.UTC(2030, 0, 1) },
    );
    const told = () => bodyOf(handle(emulator, { path: '/__emulator/deliveries' }))['deliveries'];
    assert.deepEqual(told(), []);
    emulator.advance(24 * 3_600_000);
    assert.deepEqual(told(), [
      {
        sentAt: '2030-01-01T12:00:00.000Z',
        channel: 'webhook',
        purpose: 'event',
        to: 'https://example.com/hook',
        document: 'first',
        event: 'EXPIRED',
        headers: { 'content-type': 'application/json', authorization: 'Basic key' },
        payload: { name: 'EXPIRED' },
        id: '1',
        state: 'kept',
        attempts: [],
      },
    ]);
  });

  describe('lets calls fail', () => {
    const ask = (emulator: ReturnType<typeof start>, body: unknown) =>
      handle(emulator, { method: 'POST', path: '/__emulator/faults', headers: control, body });
    const read = (emulator: ReturnType<typeof start>) => handle(emulator, { path: '/api/v1/notes/first' });
    const list = (emulator: ReturnType<typeof start>) => handle(emulator, { path: '/api/v1/notes/all' });

    it('with a documented failure, as often as it is asked for', () => {
      const emulator = start();
      assert.equal(ask(emulator, { operation: 'get-note', failure: 'full', times: 2 }).status, 200);
      assert.equal(list(emulator).status, 200);
      assert.deepEqual([read(emulator).status, read(emulator).status, read(emulator).status], [507, 507, 200]);
    });

    it('with a status, whichever call comes next, but not that for a token', () => {
      const emulator = start();
      ask(emulator, { status: 503 });
      const token = { method: 'POST', path: '/oauth/token', headers: form, body: 'grant_type=refresh&refresh_token=x' };
      assert.equal(handle(emulator, token).status, 200);
      assert.equal(list(emulator).status, 503);
      assert.equal(list(emulator).status, 200);
    });

    it('by a delay alone not at all: they only come late', () => {
      const emulator = start();
      ask(emulator, { operation: 'demo-notes/list-notes', delayMs: 20 });
      const { status, delayMs } = list(emulator);
      assert.deepEqual([status, delayMs], [200, 20]);
      assert.equal(list(emulator).delayMs, undefined);
    });

    it('as long as they wait, which a reset ends', () => {
      const emulator = start();
      ask(emulator, { operation: 'get-note', status: 500, times: 3 });
      read(emulator);
      const waiting = () => bodyOf(handle(emulator, { path: '/__emulator/faults' }))['faults'];
      assert.deepEqual(waiting(), [{ operation: 'demo-notes/get-note', status: 500, times: 2 }]);
      emulator.reset();
      assert.deepEqual(waiting(), []);
      assert.equal(read(emulator).status, 200);
    });

    const unfit: readonly (readonly [body: unknown, said: string])[] = [
      [{}, 'must say what becomes of the call'],
      [{ operation: 'get-note' }, 'must say what becomes of the call'],
      [{ operation: 'get-notes', status: 500 }, 'There is no operation "get-notes" here. Did you mean "get-note"?'],
      [{ failure: 'takn' }, 'There is no failure "takn" here. Did you mean "taken"?'],
      [{ failure: 'taken', status: 500 }, 'write one of the two'],
      [{ status: 200 }, '"status" (400 to 599)'],
      [{ status: '500', times: 2_000_000 }, 'Not possible: "status", "times".'],
      [{ status: 500, opration: 'get-note' }, 'Not possible: "opration".'],
      [{ status: 500, delayMs: 90_000 }, '"delayMs" (1 to 60000)'],
    ];
    for (const [body, said] of unfit) {
      it(`not by ${JSON.stringify(body)}`, () => {
        const reply = ask(start(), body);
        assert.equal(reply.status, 400);
        assert.ok(String(bodyOf(reply)['message']).includes(said), String(bodyOf(reply)['message']));
      });
    }
  });

  it('looks for what is to be sent again at once when its clock runs faster', async () => {
    let now = Date.UTC(2030, 0, 1);
    const waits: number[] = [];
    const sent: string[] = [];
    const sender: WebhookSender = {
      send: async ({ url }) => {
        sent.push(url);
        return { kind: 'answered', status: 200, durationMs: 1, body: '' };
      },
      wake: (afterMs) => {
        waits.push(afterMs);
        return () => {};
      },
    };
    let isTold = false;
    const elapse: typeof demoDefinition.elapse = (_state, { deliver }) => {
      if (isTold || !isBegun) return;
      isTold = true;
      deliver({
        channel: 'webhook',
        purpose: 'event',
        to: 'http://127.0.0.1:1/hook',
        document: 'first',
        event: 'LATE',
      });
    };
    let isBegun = false;
    const emulator = createEmulator(demoProvider, { ...demoDefinition, elapse }, { now: () => now, sender });
    const post = (path: string, body: unknown) =>
      handle(emulator, { method: 'POST', path: `/__emulator/${path}`, headers: control, body }).status;
    assert.equal(post('webhooks/disturbances', { effect: 'delay', delaySeconds: 7200 }), 200);
    isBegun = true;
    handle(emulator, { path: '/api/v1/notes/first' });
    now += 1;
    await emulator.settled();
    assert.equal(waits.at(-1), 7_200_000 - 1);
    assert.equal(post('clock', { speed: 3600 }), 200);
    assert.equal(waits.at(-1), (7_200_000 - 1) / 3600);
    now += 1_000;
    await emulator.settled();
    assert.deepEqual(sent, []);
    now += 1_000;
    await emulator.settled();
    assert.deepEqual(sent, ['http://127.0.0.1:1/hook']);
  });

  it('tells the last date once a fast clock is past it', () => {
    let now = Date.UTC(2030, 0, 1);
    const emulator = createEmulator(demoProvider, demoDefinition, { now: () => now, clockSpeed: 100_000 });
    now = Date.UTC(2031, 0, 1);
    assert.equal(bodyOf(handle(emulator, { path: '/__emulator' }))['now'], '9999-12-31T00:00:00.000Z');
    assert.equal(handle(emulator, { path: '/__emulator/snapshot' }).status, 200);
  });

  it('moves the clock no further than there are dates, until a reset', () => {
    const emulator = start();
    const body = { minutes: 100 * 365 * 24 * 60 };
    const move = () => handle(emulator, { method: 'POST', path: '/__emulator/advance', headers: control, body });
    const statuses = Array.from({ length: 120 }, () => move().status);
    assert.deepEqual([...new Set(statuses)], [200, 400]);
    assert.match(String(bodyOf(handle(emulator, { path: '/__emulator' }))['now']), /^9\d{3}-/);
    emulator.reset();
    assert.equal(move().status, 200);
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
    ['another route', { path: '/__emulator/states' }, 404],
    ['a fault without the header', { method: 'POST', path: '/__emulator/faults', body: { status: 500 } }, 403],
  ];
  for (const [name, send, status] of refusals) {
    it(`refuses ${name}`, () => assert.equal(handle(start(), send).status, status));
  }
});
