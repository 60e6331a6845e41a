import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { defaultLimits, type Reply } from '../../../../src/core/http';
import { CallClock } from '../../../../src/node/http/callClock';
import { createHttpClient } from '../../../../src/node/http/httpClient';
import { confirmed } from '../../core/addresses/confirmed';

describe('The clock of a call', () => {
  it('tells the parts of a new connection, and none of one that stood already', async () => {
    const server = http.createServer((_request, response) => response.end('{}'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const [first, second] = [await reply(`http://localhost:${port}/`), await reply(`http://localhost:${port}/`)];
    server.closeAllConnections();
    server.close();
    assert.deepEqual(partsOf(first), ['lookupMs', 'connectMs', 'waitingMs', 'downloadMs']);
    assert.deepEqual(partsOf(second), ['waitingMs', 'downloadMs']);
    for (const { timing, durationMs } of [first, second]) {
      const parts = Object.values(timing ?? {});
      assert.ok(parts.every((part) => part >= 0));
      assert.ok(Math.abs(parts.reduce((sum, part) => sum + part, 0) - durationMs) < 0.01, JSON.stringify(timing));
    }
  });

  it('knows the part of a secure connection, and forgets what happens to it after the reply began', () => {
    const socket = new net.Socket();
    Object.defineProperty(socket, 'connecting', { value: true });
    const clock = new CallClock();
    clock.follow(socket);
    for (const event of ['lookup', 'connect', 'secureConnect']) socket.emit(event);
    clock.received(7);
    clock.answered();
    const before = clock.figures();
    socket.emit('connect');
    const { timing, wireSize } = clock.figures();
    assert.equal(wireSize, 7);
    assert.deepEqual(Object.keys(timing), ['lookupMs', 'connectMs', 'tlsMs', 'waitingMs', 'downloadMs']);
    assert.deepEqual({ ...timing, downloadMs: 0 }, { ...before.timing, downloadMs: 0 });
  });

  it('asks nothing of a connection that stands', () => {
    const clock = new CallClock();
    clock.follow(new net.Socket());
    assert.deepEqual(Object.keys(clock.figures().timing), ['waitingMs', 'downloadMs']);
  });
});

async function reply(url: string): Promise<Reply> {
  const outcome = await createHttpClient().send(
    { method: 'GET', headers: {}, body: undefined, url: confirmed(url) },
    defaultLimits,
  );
  assert.ok(outcome.kind === 'replied', JSON.stringify(outcome));
  return outcome.reply;
}

function partsOf({ timing }: Reply): readonly string[] {
  return Object.keys(timing ?? {});
}
