import assert from 'node:assert/strict';
import type { HttpClient } from '../../../src/core/http';
import { createWebhookSender, sendEvent } from '../../../src/node/emulator/webhookSender';
import { openReceiver } from '../fixtures/webhookReceiver';

const call = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-own': '1', Host: 'evil.example', 'content-length': '2' },
  body: new TextEncoder().encode('{"a":1}'),
  timeoutMs: 10_000,
  redirects: 0,
};

describe('The sender of webhooks', () => {
  it('sends the bytes and headers as they are, but those that belong to the connection', async () => {
    const receiver = await openReceiver([201]);
    const answer = await createWebhookSender().send({ ...call, url: receiver.url });
    await receiver.close();
    assert.ok(answer.kind === 'answered');
    assert.deepEqual([answer.status, answer.body], [201, 'thanks']);
    const [one] = receiver.received;
    assert.equal(one?.body.toString(), '{"a":1}');
    assert.equal(one?.headers['x-own'], '1');
    assert.match(one?.headers['host'] ?? '', /^127\.0\.0\.1:/);
    assert.equal(one?.headers['content-length'], '7');
    assert.deepEqual(one?.lines, [
      ['content-type', 'application/json'],
      ['x-own', '1'],
    ]);
  });

  it('calls no other machine, and says so', async () => {
    const answer = await createWebhookSender().send({ ...call, url: 'https://example.com/hook' });
    assert.deepEqual(answer, { kind: 'kept', reason: 'It was not sent: example.com is not this machine.' });
  });

  it('follows a redirect as often as the API does, and to no other machine', async () => {
    const target = await openReceiver();
    const inner = await openReceiver([307], { location: target.url });
    const sender = createWebhookSender();
    const followed = await sender.send({ ...call, url: inner.url, redirects: 1 });
    const left = await sender.send({ ...call, url: inner.url, redirects: 0 });
    const outward = await openReceiver([307], { location: 'http://169.254.169.254/' });
    const refused = await sender.send({ ...call, url: outward.url, redirects: 2 });
    for (const one of [target, inner, outward]) await one.close();
    assert.equal(followed.kind === 'answered' && followed.status, 200);
    assert.equal(target.received[0]?.body.toString(), '{"a":1}');
    // The second answer of the inner one is 200.
    assert.equal(left.kind, 'answered');
    assert.equal(refused.kind, 'kept');
  });

  for (const location of [
    'http://127.0.0.1:9200/_all',
    'http://localhost/',
    'http://[::ffff:7f00:1]/',
    'http://2130706433/',
  ])
    it(`is not led from another machine to ${location}`, async () => {
      const called: string[] = [];
      const elsewhere: HttpClient = {
        send: async ({ url }) => {
          called.push(url);
          const headers = { location };
          const reply = { status: 307, statusText: '', headers, bytes: new Uint8Array(), durationMs: 0 };
          return { kind: 'replied', reply };
        },
      };
      const way = { ...call, url: 'https://hooks.example/in', redirects: 3 };
      const answer = await sendEvent(elsewhere, way, ['hooks.example']);
      assert.deepEqual(answer, { kind: 'kept', reason: 'It was not sent: another machine led back to this one.' });
      assert.deepEqual(called, ['https://hooks.example/in']);
    });

  it('says why nothing was answered', async () => {
    const receiver = await openReceiver();
    await receiver.close();
    const answer = await createWebhookSender().send({ ...call, url: receiver.url });
    assert.ok(answer.kind === 'failed');
    assert.match(answer.reason, /refused|ECONNREFUSED/i);
    assert.equal(answer.isTimeout, false);
  });
});
