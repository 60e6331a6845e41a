import assert from 'node:assert/strict';
import type { EmulatedMessage, WebhookAnswer } from '../../../../src/core/webhooks/emulatedMessage';
import { type DeliveryRules, undocumentedRules, type Webhooks } from '../../../../src/core/webhooks/webhooks';
import type { Disturbance } from '../../../../src/emulator/deliveries/disturbances';
import { mostInLane } from '../../../../src/emulator/deliveries/lanes';
import { Outbox } from '../../../../src/emulator/deliveries/outbox';
import type { WebhookCall } from '../../../../src/emulator/deliveries/webhookSender';

const ok: WebhookAnswer = { kind: 'answered', status: 200, durationMs: 1, body: '' };
const answer = (status: number): WebhookAnswer => ({ ...ok, status });
const silence: WebhookAnswer = { kind: 'failed', reason: 'No answer.', isTimeout: true, durationMs: 1_000 };

const minute = 60_000;
const rules: DeliveryRules = {
  ...undocumentedRules,
  retriesMs: [minute, 10 * minute],
  finalAnswer: 'any4xx',
  attemptHeaders: ({ number, at }) => ({ 'x-try': `${number} at ${at}` }),
};

function webhooksWith(own: DeliveryRules): Webhooks {
  return {
    source: 'https://demo.example/docs',
    registration: 'By hand.',
    proof: { kind: 'hmac', header: 'x-proof', encoding: 'hex', prefix: '' },
    rules: own,
    events: [],
    sample: () => undefined,
    read: () => undefined,
  };
}

function open(
  answers: WebhookAnswer[] = [],
  own: DeliveryRules = rules,
  reply: () => Promise<WebhookAnswer> = async () => answers.shift() ?? ok,
) {
  let time = 0;
  const calls: WebhookCall[] = [];
  const undelivered: EmulatedMessage[] = [];
  const outbox = new Outbox({
    clock: { now: () => time, speed: 1 },
    webhooks: webhooksWith(own),
    sender: {
      send: async (call) => {
        calls.push(call);
        return reply();
      },
      // Time passes by hand alone.
      wake: () => () => {},
      keeps: (url) => url.startsWith('https://elsewhere.'),
    },
    onUndelivered: (message) => undelivered.push(message),
  });
  const tell = (event: string, more: Partial<EmulatedMessage> = {}) =>
    outbox.take(
      {
        channel: 'webhook',
        purpose: 'event',
        to: 'http://127.0.0.1:1/',
        document: 'd',
        event,
        payload: { event },
        ...more,
      },
      time,
    );
  const advance = async (ms: number) => {
    time += ms;
    await outbox.settled();
  };
  const told = () => calls.map(({ body }) => (JSON.parse(new TextDecoder().decode(body)) as { event: string }).event);
  return { outbox, calls, undelivered, tell, advance, told };
}

describe('The outbox of an emulator', () => {
  it('sends events in their order, with the proof of the bytes that are sent', async () => {
    const { calls, tell, advance, told } = open();
    const [one] = [tell('a', { secret: 'key' }), tell('b')];
    assert.equal(calls.length, 0, 'not in the middle of what tells it');
    await advance(0);
    assert.deepEqual(told(), ['a', 'b']);
    assert.match(calls[0]?.headers['x-proof'] ?? '', /^[\da-f]{64}$/);
    assert.equal(calls[1]?.headers['x-proof'], undefined);
    assert.equal(one?.state, 'delivered');
  });

  it('tries again when the API does, each retry from the one before, until nothing is left', async () => {
    const { calls, undelivered, tell, advance } = open([answer(500), silence, answer(503)]);
    const event = tell('a');
    await advance(0);
    await advance(minute - 1);
    assert.equal(calls.length, 1);
    // Both are due in it.
    await advance(30 * minute);
    assert.deepEqual(
      calls.map(({ headers }) => headers['x-try']),
      ['0 at 0', `1 at ${minute}`, `2 at ${11 * minute}`],
    );
    assert.equal(event.state, 'failed');
    assert.equal(undelivered.length, 1);
    await advance(1_000 * minute);
    assert.equal(calls.length, 3);
  });

  it('does not ask again who said that it is wrong, where the API does not', async () => {
    const { calls, tell, advance } = open([answer(404)]);
    tell('a');
    await advance(60 * minute);
    assert.equal(calls.length, 1);
    const other = open([answer(404)], { ...rules, retriesMs: [minute] });
    const { finalAnswer: _final, ...without } = rules;
    const patient = open([answer(404)], without);
    other.tell('a');
    patient.tell('a');
    await other.advance(60 * minute);
    await patient.advance(60 * minute);
    assert.deepEqual([other.calls.length, patient.calls.length], [1, 2]);
  });

  it('asks once more after silence alone, where a registration says so', async () => {
    const silent = open([silence, silence]);
    silent.tell('a', { retries: 'onceAfterTimeout' });
    await silent.advance(60 * minute);
    const refused = open([answer(500)]);
    refused.tell('a', { retries: 'onceAfterTimeout' });
    await refused.advance(60 * minute);
    assert.deepEqual([silent.calls.length, refused.calls.length], [2, 1]);
  });

  it('sends again what a tester asks for, and repeats that no more', async () => {
    const { outbox, calls, tell, advance } = open([ok, answer(500)]);
    const event = tell('a');
    await advance(0);
    outbox.again(event);
    await advance(60 * minute);
    assert.equal(calls.length, 2);
    assert.deepEqual(calls[0]?.body, calls[1]?.body);
    assert.equal(event.state, 'failed');
  });

  const disturbed: readonly (readonly [string, Disturbance, readonly string[], readonly string[]])[] = [
    ['dropped', { effect: 'drop' }, ['b', 'c'], ['b', 'c']],
    ['dropped by its name', { effect: 'drop', event: 'b' }, ['a', 'c'], ['a', 'c']],
    ['sent twice', { effect: 'duplicate' }, ['a', 'a', 'b', 'c'], ['a', 'a', 'b', 'c']],
    ['late', { effect: 'delay', delaySeconds: 90 }, ['b', 'c'], ['b', 'c', 'a']],
    ['out of order', { effect: 'reorder', times: 3 }, ['c', 'b', 'a'], ['c', 'b', 'a']],
    ['for another document', { effect: 'drop', document: 'other', times: 9 }, ['a', 'b', 'c'], ['a', 'b', 'c']],
  ];
  for (const [title, disturbance, atOnce, inTheEnd] of disturbed) {
    it(`lets an event be ${title}`, async () => {
      const { outbox, tell, advance, told } = open();
      outbox.disturb(disturbance);
      for (const event of ['a', 'b', 'c']) tell(event);
      await advance(0);
      assert.deepEqual(told(), atOnce);
      await advance(2 * minute);
      assert.deepEqual(told(), inTheEnd);
    });
  }

  it('disturbs what is sent, and of what goes nowhere only what is named', async () => {
    const { outbox, tell, advance, told } = open();
    outbox.disturb({ effect: 'drop' });
    const kept = tell('kept', { to: 'https://elsewhere.example/' });
    const dropped = tell('dropped');
    outbox.disturb({ effect: 'drop', to: 'https://elsewhere.example/' });
    const named = tell('named', { to: 'https://elsewhere.example/' });
    await advance(0);
    assert.deepEqual(told(), ['kept']);
    assert.deepEqual([kept.state, dropped.state, named.state], ['delivered', 'dropped', 'dropped']);
  });

  it('disturbs events by chance, the same ones with the same seed', async () => {
    const names = Array.from({ length: 60 }, (_unused, number) => `event-${number}`);
    const lostWith = async (seed: number) => {
      const { outbox, tell, advance, told } = open();
      outbox.disturb({ effect: 'drop', probability: 0.5, seed });
      for (const name of names) tell(name);
      await advance(0);
      return names.filter((name) => !told().includes(name));
    };
    const lost = await lostWith(7);
    assert.ok(lost.length > 10 && lost.length < 50, String(lost.length));
    assert.deepEqual(await lostWith(7), lost);
    assert.notDeepEqual(await lostWith(8), lost);
  });

  it('forgets what waits when everything starts over', async () => {
    const { outbox, calls, tell, advance } = open([answer(500)]);
    tell('a');
    await advance(0);
    outbox.clear();
    await advance(60 * minute);
    assert.equal(calls.length, 1);
  });

  it('waits for its retries, whatever a call between them says', async () => {
    for (const between of [ok, answer(500)]) {
      const { outbox, calls, tell, advance } = open([answer(500), between, answer(500)]);
      const event = tell('a');
      await advance(0);
      outbox.again(event);
      await advance(0);
      assert.equal(event.state, 'waiting');
      await advance(20 * minute);
      assert.deepEqual(
        calls.map(({ headers }) => headers['x-try']),
        ['0 at 0', '0 at 0', `1 at ${minute}`, `2 at ${11 * minute}`],
      );
      assert.equal(event.state, 'delivered');
    }
  });

  it('repeats one of two that are the same, and says in the end what the last call said', async () => {
    const { outbox, calls, undelivered, tell, advance } = open([answer(500), ok, answer(500), answer(500)]);
    outbox.disturb({ effect: 'duplicate' });
    const event = tell('a');
    await advance(0);
    assert.equal(event.state, 'waiting');
    await advance(60 * minute);
    assert.deepEqual([calls.length, event.state, undelivered.length], [4, 'failed', 1]);
  });

  it('repeats events that came out of order or late each by its own first call', async () => {
    const { outbox, tell, advance, calls, told } = open([answer(500), answer(500), answer(500)]);
    outbox.disturb({ effect: 'reorder' });
    outbox.disturb({ effect: 'delay', delaySeconds: 30 });
    for (const event of ['a', 'b', 'c']) tell(event);
    await advance(20 * minute);
    assert.deepEqual(told(), ['b', 'a', 'c', 'b', 'a', 'c']);
    assert.deepEqual(
      calls.map(({ headers }) => headers['x-try']),
      ['0 at 0', '0 at 0', `0 at ${minute / 2}`, `1 at ${minute}`, `1 at ${minute}`, `1 at ${1.5 * minute}`],
    );
  });

  it('goes on where it was left, at the time of each call', async () => {
    const before = open([answer(500)]);
    before.outbox.disturb({ effect: 'delay', event: 'late', delaySeconds: 7200 });
    const [repeated, late] = [before.tell('a'), before.tell('late')];
    await before.advance(0);
    before.outbox.clear();
    const after = open([answer(500), answer(500)]);
    await after.advance(minute / 2);
    for (const event of [repeated, late]) after.outbox.resume(event);
    await after.advance(0);
    assert.deepEqual(after.told(), []);
    await after.advance(200 * minute);
    assert.deepEqual(
      after.calls.map(({ headers }) => headers['x-try']),
      [`1 at ${minute}`, `2 at ${11 * minute}`, `0 at ${120 * minute}`],
    );
  });

  it('sends at once what an older state says to wait', async () => {
    const { outbox, calls, tell, advance } = open();
    const event = tell('a');
    outbox.clear();
    delete event.open;
    outbox.resume(event);
    await advance(0);
    assert.deepEqual([calls.length, event.state], [1, 'delivered']);
  });

  it('sends nothing after everything started over that waited for the answers of others', async () => {
    const answers: ((answer: WebhookAnswer) => void)[] = [];
    const { outbox, tell, advance, told } = open([], rules, () => new Promise((resolve) => answers.push(resolve)));
    for (const event of ['a', 'b', 'c']) tell(event);
    const rest = advance(0);
    await Promise.resolve();
    assert.deepEqual(told(), ['a']);
    outbox.clear();
    answers[0]?.(answer(500));
    await rest;
    await advance(60 * minute);
    assert.deepEqual(told(), ['a']);
  });

  it('sends nothing more for a subscription that was withdrawn, and says why', async () => {
    const { outbox, calls, undelivered, tell, advance } = open([answer(500)]);
    const event = tell('a', { subscription: 's' });
    const other = tell('b', { subscription: 't' });
    await advance(0);
    outbox.withdraw('s', 'It was deleted.');
    assert.deepEqual([event.state, event.reason, other.state], ['dropped', 'It was deleted.', 'delivered']);
    await advance(60 * minute);
    assert.equal(calls.length, 2);
    assert.deepEqual(undelivered, []);
    outbox.again(event);
    await advance(0);
    assert.deepEqual([event.state, event.reason, calls.length], ['delivered', undefined, 3]);
  });

  it('drops of a subscription that was changed what it is not told any more, and goes on with the rest', async () => {
    const { outbox, tell, advance, told } = open([answer(500), answer(500)]);
    const [one, other] = [tell('a', { subscription: 's' }), tell('b', { subscription: 's' })];
    await advance(0);
    outbox.withdraw('s', 'It is not told of this any more.', (event) => event === 'a');
    await advance(60 * minute);
    assert.deepEqual(told(), ['a', 'b', 'b']);
    assert.deepEqual([one.state, other.state], ['dropped', 'delivered']);
  });

  for (const [title, came, state] of [
    ['repeats nothing that was on its way when its subscription was withdrawn', answer(500), 'dropped'],
    ['says that it came, where that was on its way when its subscription was withdrawn', ok, 'delivered'],
  ] as const) {
    it(title, async () => {
      let reply: (answer: WebhookAnswer) => void = () => assert.fail();
      const { outbox, calls, tell, advance } = open([], rules, () => new Promise((resolve) => (reply = resolve)));
      const event = tell('a', { subscription: 's' });
      const waiting = tell('b', { subscription: 's' });
      outbox.pump();
      await new Promise(setImmediate);
      outbox.withdraw('s', 'It was deleted.');
      reply(came);
      await advance(60 * minute);
      assert.equal(calls.length, 1);
      assert.deepEqual([event.state, waiting.state], [state, 'dropped']);
    });
  }

  it('lets go of what waits for others to come, when its subscription is withdrawn', async () => {
    const { outbox, tell, advance, told } = open();
    outbox.disturb({ effect: 'reorder' });
    const held = tell('a', { subscription: 's' });
    outbox.withdraw('s', 'It was deleted.');
    tell('b', { subscription: 't' });
    await advance(0);
    assert.equal(held.state, 'dropped');
    assert.deepEqual(told(), ['b']);
  });

  it('gives up what too many wait before, says so, and tells whoever is told of what was not delivered', async () => {
    let reply: (answer: WebhookAnswer) => void = () => assert.fail();
    const waits = () => new Promise<WebhookAnswer>((resolve) => (reply = resolve));
    const { calls, undelivered, tell, outbox } = open([], rules, waits);
    const events = Array.from({ length: mostInLane + 2 }, (_, number) => tell(`${number}`));
    outbox.pump();
    await new Promise(setImmediate);
    assert.equal(calls.length, 1);
    const given = events.slice(mostInLane);
    assert.deepEqual(
      undelivered,
      given.map(({ message }) => message),
    );
    for (const { state, attempts } of given) {
      assert.equal(state, 'failed');
      assert.deepEqual(
        attempts.map(({ answer: one }) => one.kind === 'failed' && [one.reason, one.isTimeout]),
        [['It was not sent: too many others wait for an answer.', false]],
      );
    }
    outbox.clear();
    reply(ok);
  });
});
