import assert from 'node:assert/strict';
import type { EmulatorDefinition } from '../../../src/core/emulation';
import { createEmulator, type Emulator } from '../../../src/emulator/engine';
import { handle } from './callEmulator';
import { bodyOf, demoDefinition, demoProvider } from './demoProvider';

const control = { 'x-esign-emulator': '1' };
const read = { path: '/api/v1/notes/first' };

/** Counts its calls, and takes no more once it is full. */
const metered: EmulatorDefinition = {
  ...demoDefinition,
  switches: { full: 'Takes no more requests.' },
  meter: (_state, { isOn }) => ({
    headers: { 'x-left': isOn('full') ? '0' : '9' },
    ...(isOn('full') && { refusal: { failure: 'full', detail: { count: '9' } } }),
  }),
};

function open(): Emulator {
  return createEmulator(demoProvider, metered, { now: () => 0 });
}

function turn(emulator: Emulator, body: unknown, headers: Readonly<Record<string, string>> = control) {
  return handle(emulator, { method: 'POST', path: '/__emulator/switches', headers, body });
}

describe('switches of an emulator', () => {
  it('are off, are turned on, turned off, and off after a reset', () => {
    const emulator = open();
    const states = () => bodyOf(handle(emulator, { path: '/__emulator' }))['switches'];
    const [off, on] = [false, true].map((isOn) => [{ name: 'full', description: 'Takes no more requests.', isOn }]);
    assert.deepEqual(states(), off);
    assert.equal(turn(emulator, { full: true }).status, 200);
    assert.deepEqual(states(), on);
    turn(emulator, { full: false });
    assert.deepEqual(states(), off);
    turn(emulator, { full: true });
    emulator.reset();
    assert.deepEqual(states(), off);
  });

  const refused: readonly (readonly [name: string, body: unknown, status: number, text: RegExp])[] = [
    ['a name that is not known', { empty: true, full: true }, 400, /no switch "empty" here\. Known: "full"\./],
    ['a state that is none', { full: 'yes' }, 400, /each true or false/],
    ['nothing', {}, 400, /each true or false/],
    ['no object', 'full', 400, /each true or false/],
  ];
  for (const [name, body, status, text] of refused) {
    it(`refuse ${name} and stay as they are`, () => {
      const emulator = open();
      const reply = turn(emulator, body);
      assert.equal(reply.status, status);
      assert.match(String(bodyOf(reply)['message']), text);
      assert.equal(handle(emulator, read).status, 200);
    });
  }

  it('need the header that no page of another site can send', () => {
    assert.equal(turn(open(), { full: true }, {}).status, 403);
  });

  it('are none of an emulator that names none', () => {
    const emulator = createEmulator(demoProvider, demoDefinition);
    assert.match(String(bodyOf(turn(emulator, { full: true }))['message']), /There are none\./);
    assert.equal(Object.hasOwn(bodyOf(handle(emulator, { path: '/__emulator' })), 'switches'), false);
  });
});

describe('metering of an emulator', () => {
  it('adds its headers to every reply of the API, and answers in its place', () => {
    const emulator = open();
    const left = (path: string) => handle(emulator, { path }).headers?.['x-left'];
    assert.deepEqual(['/api/v1/notes/first', '/api/v1/notes/none', '/nowhere'].map(left), ['9', '9', '9']);
    turn(emulator, { full: true });
    const { status, headers, body } = handle(emulator, read);
    assert.deepEqual([status, headers?.['x-left']], [507, '0']);
    assert.deepEqual(body, { code: 'full', message: 'Only 9 notes are possible', at: [] });
  });

  it('does not count signers and testers', () => {
    const emulator = open();
    turn(emulator, { full: true });
    for (const path of ['/sign/first', '/__emulator']) {
      const { status, headers } = handle(emulator, { path });
      assert.deepEqual([status, headers?.['x-left']], [200, undefined], path);
    }
  });
});
