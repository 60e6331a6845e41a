import assert from 'node:assert/strict';
import type { EmulatedMessage, WebhookAnswer } from '../../../../src/core/webhooks/emulatedMessage';
import { undocumentedRules } from '../../../../src/core/webhooks/webhooks';
import { createBench } from '../../../../src/emulator/bench';
import type { EndedDelivery } from '../../../../src/emulator/deliveries/endedDelivery';
import { demoProvider } from '../demoProvider';

const minute = 60_000;
const answered = (status: number): WebhookAnswer => ({ kind: 'answered', status, durationMs: 1, body: '' });

async function open(answers: WebhookAnswer[]) {
  let time = 0;
  const ended: EndedDelivery[] = [];
  const definition = await demoProvider.emulator?.();
  assert.ok(definition);
  const webhooks = {
    ...{ source: 'https://demo.example/docs', registration: 'By hand.', events: [] },
    proof: { kind: 'none', says: 'Nothing.' } as const,
    rules: { ...undocumentedRules, retriesMs: [minute] },
    ...{ sample: () => undefined, read: () => undefined },
  };
  const { deliveries, outbox } = createBench({ ...demoProvider, webhooks }, definition, {
    now: () => time,
    sender: { send: async () => answers.shift() ?? answered(200), wake: () => () => {} },
    onDeliveryEnd: (delivery) => ended.push(delivery),
  });
  const tell = (own: Partial<EmulatedMessage> = {}) =>
    deliveries.add({
      ...{ channel: 'webhook', purpose: 'event', to: 'http://127.0.0.1:1/hook', document: 'd', event: 'done' },
      ...{ payload: {}, ...own },
    });
  const pass = async (ms: number) => {
    time += ms;
    await outbox.settled();
  };
  const listed = (state: string) => deliveries.list({ state }, 'http://127.0.0.1:1').map(({ id }) => id);
  return { ended, tell, pass, again: (id: string) => deliveries.again(id), listed };
}

describe('What became of a webhook', () => {
  it('is told once nothing more is due, and again when it was sent again', async () => {
    const { ended, tell, pass, again } = await open([answered(500), answered(503), answered(500), answered(200)]);
    tell();
    await pass(0);
    assert.deepEqual(ended, []);
    await pass(minute);
    const [given] = ended;
    assert.deepEqual(given, {
      ...{ provider: demoProvider.id, id: '1', event: 'done', document: 'd', to: 'http://127.0.0.1:1/hook' },
      ...{ state: 'failed', attempts: 2, status: 503, reason: null },
    });
    for (const _ of [1, 2]) {
      assert.ok(again('1'));
      await pass(0);
    }
    assert.deepEqual(
      ended.map(({ state, attempts }) => [state, attempts]),
      [
        ['failed', 2],
        ['failed', 3],
        ['delivered', 4],
      ],
    );
  });

  it('is told with the reason where nothing answers or nothing is sent there, but for addresses of nobody', async () => {
    const kept: WebhookAnswer = { kind: 'kept', reason: 'It was not sent: app.company is not this machine.' };
    const silence: WebhookAnswer = { kind: 'failed', reason: 'Nothing listens.', isTimeout: false, durationMs: 1 };
    const { ended, tell, pass, listed } = await open([kept, kept, silence, silence]);
    tell({ to: 'https://app.company/hook' });
    tell({ to: 'https://example.com/hook' });
    await pass(0);
    tell();
    await pass(0);
    await pass(minute);
    assert.deepEqual(
      ended.map(({ state, status, reason }) => [state, status, reason]),
      [
        ['kept', null, 'It was not sent: app.company is not this machine.'],
        ['failed', null, 'Nothing listens.'],
      ],
    );
    assert.deepEqual([listed('failed'), listed('kept'), listed('delivered')], [['3'], ['2', '1'], []]);
  });
});
