import assert from 'node:assert/strict';
import { undocumentedRules, type Webhooks } from '../../../../src/core/webhooks/webhooks';
import { createEmulator } from '../../../../src/emulator/engine';
import { handle } from '../callEmulator';
import { demoDefinition, demoProvider } from '../demoProvider';

const control = { 'x-esign-emulator': '1' };
const hour = 3_600_000;
const webhooks: Webhooks = {
  source: 'https://demo.example/docs',
  registration: 'By hand.',
  proof: { kind: 'none', says: 'None.' },
  rules: {
    ...undocumentedRules,
    retriesMs: [hour, 2 * hour],
    attemptHeaders: ({ number }) => ({ 'x-try': `${number}` }),
  },
  events: [],
  sample: () => undefined,
  read: () => undefined,
};

describe('Webhooks that wait when a state is saved', () => {
  it('are sent by whoever takes it over, each at its time and with its count', async () => {
    const before = open(500);
    for (const name of ['late', 'repeated', 'repeated by hand']) {
      if (name === 'late') before.post('webhooks/disturbances', { effect: 'delay', delaySeconds: 5400 });
      before.tell(name);
      await before.emulator.settled();
    }
    before.post('deliveries/again', { id: '3' });
    await before.emulator.settled();
    assert.deepEqual(before.sent(), ['repeated 0', 'repeated by hand 0', 'repeated by hand 0']);
    const after = open(500);
    assert.equal(after.emulator.restore(JSON.parse(JSON.stringify(before.emulator.snapshot()))), undefined);
    await after.emulator.settled();
    assert.deepEqual(after.sent(), []);
    after.emulator.advance(24 * hour);
    await after.emulator.settled();
    assert.deepEqual(after.sent(), [
      'repeated 1',
      'repeated by hand 1',
      'late 0',
      'late 1',
      'repeated 2',
      'repeated by hand 2',
      'late 2',
    ]);
  });
});

/** An emulator on which things happen by name, and what reaches an address that always answers so. */
function open(status: number) {
  const sent: string[] = [];
  const happened: string[] = [];
  const elapse: typeof demoDefinition.elapse = (_state, { deliver }) => {
    for (const event of happened.splice(0)) {
      const [to, document] = ['http://127.0.0.1:1/hook', 'first'];
      deliver({ channel: 'webhook', purpose: 'event', to, document, event, payload: { event } });
    }
  };
  const emulator = createEmulator(
    { ...demoProvider, webhooks },
    { ...demoDefinition, elapse },
    {
      now: () => Date.UTC(2030, 0, 1),
      sender: {
        send: async ({ body, headers }) => {
          const { event } = JSON.parse(new TextDecoder().decode(body)) as { event: string };
          sent.push(`${event} ${headers['x-try']}`);
          return { kind: 'answered', status, durationMs: 1, body: '' };
        },
        // Time passes by hand alone.
        wake: () => () => {},
      },
    },
  );
  const post = (path: string, body: unknown) =>
    assert.equal(handle(emulator, { method: 'POST', path: `/__emulator/${path}`, headers: control, body }).status, 200);
  const tell = (event: string) => {
    happened.push(event);
    handle(emulator, { path: '/api/v1/notes/first' });
  };
  return { emulator, post, tell, sent: () => sent };
}
