import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { createHttpClient } from '../../../../src/node/http/httpClient';
import { createForwarder } from '../../../../src/node/webhooks/forwardEvent';
import { openWebhookReceiver } from '../../../../src/node/webhooks/webhookReceiver';
import { openReceiver } from '../../fixtures/webhookReceiver';

const body = '{ "a" : 1 }\n';

/** What no client that means well would send in this order, and none of which is ours to mend. */
const lines = [
  ['X-Signature', 'v1=abc'],
  ['cOnTent-tYpe', 'application/json'],
  ['X-Twin', 'one'],
  ['User-Agent', ''],
  ['x-twin', 'two'],
  ['Accept-Encoding', 'gzip,deflate'],
  ['Via', '1.0 elsewhere'],
] as const;

/** Sends these lines and no others, and gives the whole answer. */
async function sendRaw(port: number, head: readonly (readonly [string, string])[]): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const all = [['Host', `127.0.0.1:${port}`], ...head, ['Content-Length', String(body.length)]];
  socket.write(['POST /in HTTP/1.1', ...all.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n'));
  return text(socket);
}

describe('An event that is handed on', () => {
  for (const [what, own] of [
    ['many', lines],
    ['none', []],
  ] as const)
    it(`keeps its headers as they came (${what}), in their order, each by itself, beside the way it took`, async () => {
      const application = await openReceiver([202]);
      const handOn = createForwarder(createHttpClient());
      const receiver = await openWebhookReceiver({
        port: 0,
        onError: (error) => assert.fail(String(error)),
        answer: async (call) => (await handOn(call, { url: application.url, host: '' })).reply,
      });
      assert.ok(receiver.kind === 'open');
      const answer = await sendRaw(Number(receiver.url.split(':').at(-1)), [
        ...own,
        ['Keep-Alive', 'timeout=5'],
        ['X-Hop', '1'],
        ['Connection', 'close, x-hop'],
      ]);
      await receiver.close();
      await application.close();
      assert.match(answer, /^HTTP\/1\.1 202 /);
      const [one] = application.received;
      assert.equal(one?.body.toString(), body);
      assert.deepEqual(one?.lines.slice(0, -1), own);
      const [name, value = ''] = one?.lines.at(-1) ?? [];
      assert.equal(name, 'Via');
      assert.match(value, /^1\.1 esign-listen-/);
    });
});
