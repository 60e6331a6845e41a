import assert from 'node:assert/strict';
import { createEmulator, type Emulator } from '../../../src/emulator/engine';
import type { LoggedRequest } from '../../../src/protocol/pages/inspector';
import { type Call, handle, start } from './callEmulator';
import { demoDefinition, demoProvider } from './demoProvider';

const control = { 'x-esign-emulator': '1' };
const read = { path: '/api/v1/notes/first' };

function set(emulator: Emulator, path: string, body: unknown): number {
  return handle(emulator, { method: 'POST', path: `/__emulator/${path}`, headers: control, body }).status;
}

describe('Faults of an emulator', () => {
  it('are a page of a gateway, a body that breaks off, and a token that has expired', () => {
    const emulator = start();
    assert.equal(set(emulator, 'faults', { effect: 'page' }), 200);
    const page = handle(emulator, read);
    assert.equal(page.status, 502);
    assert.match(String(page.body), /^<html>/);
    assert.equal(set(emulator, 'faults', { effect: 'cut' }), 200);
    const cut = handle(emulator, read);
    assert.deepEqual([cut.status, cut.isCut], [200, true]);
    assert.equal(set(emulator, 'faults', { effect: 'expiredToken' }), 200);
    assert.equal(handle(emulator, read).status, handle(emulator, { ...read, headers: {} }).status);
    assert.equal(handle(emulator, read).status, 200);
  });

  it('meet the same calls with the same seed, about as often as they were told to', () => {
    const met = (seed: number) => {
      const emulator = start();
      assert.equal(set(emulator, 'faults', { status: 503, probability: 0.3, seed }), 200);
      return Array.from({ length: 300 }, () => handle(emulator, read).status);
    };
    const [once, again, other] = [met(7), met(7), met(8)];
    assert.deepEqual(once, again);
    assert.notDeepEqual(once, other);
    const share = once.filter((status) => status === 503).length / once.length;
    assert.ok(share > 0.2 && share < 0.4, String(share));
  });

  it('are taken back', () => {
    const emulator = start();
    set(emulator, 'faults', { status: 503, times: 5 });
    assert.equal(handle(emulator, read).status, 503);
    assert.equal(set(emulator, 'faults/clear', {}), 200);
    assert.equal(handle(emulator, read).status, 200);
  });

  it('a 429 that no source documents has a made-up Retry-After, and says so', () => {
    const emulator = start();
    set(emulator, 'faults', { status: 429 });
    const { status, headers } = handle(emulator, read);
    assert.deepEqual([status, headers?.['retry-after']], [429, '1']);
    assert.ok(headers?.['x-esign-illustrative']);
  });

  for (const body of [
    { effect: 'page', status: 500 },
    { effect: 'nothing' },
    { probability: 0.5 },
    { status: 500, probability: 2 },
    { status: 500, probability: 0 },
    { status: 500, seed: 1 },
    { __proto__: { status: 500 } },
  ]) {
    it(`are refused where they make no sense: ${JSON.stringify(body)}`, () => {
      assert.equal(set(start(), 'faults', body), 400);
    });
  }
});

describe('A strict emulator', () => {
  const create = (body: object): Call => ({ method: 'POST', path: '/api/v1/notes/new', body });
  const right = { text: 'hello', copies: 1 };

  it('refuses unknown names and what is only a warning; a lenient one takes both', () => {
    const lenient = start();
    assert.equal(handle(lenient, create({ ...right, unknown: 1 })).status, 201);
    const strict = createEmulator(demoProvider, demoDefinition, { strict: true });
    for (const body of [
      { ...right, unknown: 1 },
      { ...right, text: 'hello!' },
    ]) {
      assert.ok(handle(strict, create(body)).status >= 400);
    }
    assert.equal(handle(strict, create(right)).status, 201);
    assert.equal(set(strict, 'mode', { strict: 'no' }), 400);
    assert.equal(set(strict, 'mode', { strict: false }), 200);
    assert.equal(handle(strict, create({ ...right, unknown: 1 })).status, 409);
  });
});

describe('A name that no source documents', () => {
  it('is refused by its place, in the answer and in the log, and by no failure of the API', () => {
    const strict = createEmulator(demoProvider, demoDefinition, { strict: true });
    const body = { text: 'hello', copies: 1, 'col/our': 1 };
    const reply = handle(strict, { method: 'POST', path: '/api/v1/notes/new', body });
    assert.equal(reply.headers?.['x-esign-illustrative'], 'status, code, message');
    const { failures, undocumented, fault } = lastLogged(strict);
    assert.deepEqual([failures, undocumented, fault], [[], ['/body/col~1our'], '']);
  });
});

describe('The log of requests', () => {
  for (const [fault, words] of [
    [{ status: 503 }, 'status 503'],
    [{ effect: 'cut', delayMs: 1 }, 'effect cut, delayMs 1'],
    [{ effect: 'page' }, 'effect page'],
    [{ failure: 'taken' }, 'failure taken'],
  ] as const) {
    it(`tells a fault that was set: ${words}`, () => {
      const emulator = start();
      set(emulator, 'faults', fault);
      handle(emulator, { path: '/api/v1/notes/first' });
      assert.equal(lastLogged(emulator).fault, words);
    });
  }
});

describe('The clock of an emulator', () => {
  it('runs faster from the moment on that it is told to, and never back', () => {
    let real = Date.UTC(2030, 0, 1);
    const emulator = createEmulator(demoProvider, demoDefinition, { now: () => real });
    const now = () => Date.parse(String((handle(emulator, { path: '/__emulator' }).body as { now: string }).now));
    const started = now();
    real += 1_000;
    assert.equal(set(emulator, 'clock', { speed: 60 }), 200);
    assert.equal(now() - started, 1_000);
    real += 1_000;
    assert.equal(now() - started, 61_000);
    set(emulator, 'clock', { speed: 1 });
    real += 1_000;
    assert.equal(now() - started, 62_000);
    assert.equal(set(emulator, 'clock', { speed: 0 }), 400);
    set(emulator, 'reset', {});
    assert.equal(now(), real);
  });
});

function lastLogged(emulator: ReturnType<typeof start>): LoggedRequest {
  const { body } = handle(emulator, { path: '/__emulator/requests' });
  const [last] = (body as { readonly requests: readonly LoggedRequest[] }).requests;
  assert.ok(last);
  return last;
}
