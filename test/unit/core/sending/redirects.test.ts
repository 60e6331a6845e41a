import assert from 'node:assert/strict';
import type { HttpRequest } from '../../../../src/core/http';
import { sendFollowing } from '../../../../src/core/sending/redirects';
import { jsonReply, testPorts } from './parcelProvider';

const secretHeaders = { authorization: 'Bearer t', cookie: 'c', 'x-api-key': 'k' };

const origins = ['https://api.example.com', 'https://other.example'];

async function follow(method: string, location: string, status = 302, isTokenCall = false) {
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
  const options = { origins, isTokenCall, limits: ports.limits, signal: undefined };
  const followed = await sendFollowing(ports.http, request, options);
  assert.ok(followed.kind === 'sent');
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
    ['GET', 'https://user@api.example.com/next', 302],
    ['GET', 'https://:secret@api.example.com/next', 302],
    ['GET', '/\\other.example/next', 302],
    ['GET', 'javascript:alert(1)', 302],
    ['GET', 'https://[', 302],
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

  it('never follows with a token call', async () => {
    const { sent, remarks } = await follow('GET', '/next', 302, true);
    assert.equal(sent.length, 1);
    assert.match(remarks.join(), /a token call is never redirected/);
  });

  const told: [location: string, remark: RegExp][] = [
    [
      'https://other.example/v2/start?key=1',
      /to https:\/\/other\.example\/v2\/start\?… was not .*make it the base URL/,
    ],
    ['https://other.example/start', /The same call is offered by another host/],
    ['http://api.example.com/start', /from https to http/],
    ['https://user:word@other.example/', /to https:\/\/other\.example\/ was not followed: it carries a user name/],
    ['ftp://user:word@other.example/x', /to ftp:… was not followed: it leads to no web address/],
  ];
  for (const [location, remark] of told) {
    it(`says where ${location} leads and what it suggests`, async () => {
      const { remarks } = await follow('GET', location);
      assert.match(remarks.join(), remark);
      assert.doesNotMatch(remarks.join(), /word|key=/);
    });
  }

  it('says that a slash is missing', async () => {
    const { remarks } = await follow('POST', '/start/', 308);
    assert.match(remarks.join(), /start\/ was not followed: .* The server wants a slash at the end of the path\./);
  });

  it('sends nothing to an origin that nobody confirmed', async () => {
    const ports = testPorts({});
    const request = { method: 'GET', url: 'https://api.example.com.evil.example/x', headers: {}, body: undefined };
    const options = { origins, isTokenCall: false, limits: ports.limits, signal: undefined };
    assert.deepEqual(await sendFollowing(ports.http, request, options), {
      kind: 'foreign',
      origin: 'https://api.example.com.evil.example',
    });
    assert.equal(ports.sent.length, 0);
  });

  it('stops after five', async () => {
    const { outcome, sent, remarks } = await follow('GET', '/loop');
    assert.equal(sent.length, 6);
    assert.ok(outcome.kind === 'replied' && outcome.reply.status === 302);
    assert.match(remarks.at(-1) ?? '', /there were 5 before it/);
  });
});
