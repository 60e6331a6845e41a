import assert from 'node:assert/strict';
import type { HttpRequest } from '../../../../src/core/http';
import { sendFollowing } from '../../../../src/core/sending/redirects';
import { jsonReply, testPorts } from './parcelProvider';

const secretHeaders = { authorization: 'Bearer t', cookie: 'c', 'x-api-key': 'k' };

async function follow(method: string, location: string, status = 302) {
  const ports = testPorts({
    [`${method} /start`]: () => jsonReply(status, {}, { location }),
    'GET /next': () => jsonReply(200, { arrived: true }),
    'POST /next': () => jsonReply(200, { arrived: true }),
    'GET /loop': () => jsonReply(302, {}, { location: '/loop' }),
  });
  const request: HttpRequest = {
    method,
    url: 'https://api.example.com/start',
    headers: secretHeaders,
    body: method === 'POST' ? { text: 'client_secret=s' } : undefined,
  };
  const followed = await sendFollowing(ports.http, request, ports.limits, undefined);
  return { ...followed, sent: ports.sent };
}

describe('redirects', () => {
  const stopped: [method: string, location: string, status: number][] = [
    ['GET', 'https://api.example.com:8443/next', 302],
    ['GET', 'http://api.example.com/next', 302],
    ['GET', 'https://other.example/next', 307],
    ['GET', '//other.example/next', 302],
    ['POST', '/next', 302],
    ['POST', '/next', 307],
    ['POST', 'https://other.example/next', 308],
  ];
  for (const [method, location, status] of stopped) {
    it(`shows ${method} ${status} to ${location} as the reply`, async () => {
      const { outcome, remarks, sent } = await follow(method, location, status);
      assert.equal(sent.length, 1);
      assert.ok(outcome.kind === 'replied' && outcome.reply.status === status);
      assert.match(remarks.join(), /was not followed/);
    });
  }

  it('follows GET within the origin and says so', async () => {
    const { outcome, remarks, sent } = await follow('GET', '/next');
    assert.ok(outcome.kind === 'replied' && outcome.reply.status === 200);
    assert.deepEqual(remarks, ['Redirected to /next.']);
    assert.equal(sent[1]?.headers['authorization'], 'Bearer t');
  });

  it('stops after five', async () => {
    const { outcome, sent, remarks } = await follow('GET', '/loop');
    assert.equal(sent.length, 6);
    assert.ok(outcome.kind === 'replied' && outcome.reply.status === 302);
    assert.match(remarks.at(-1) ?? '', /there were 5 before it/);
  });
});
