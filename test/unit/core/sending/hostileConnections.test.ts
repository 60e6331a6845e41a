import assert from 'node:assert/strict';
import { type Connection, type ConnectionSetting, originsOf } from '../../../../src/core/connections/connection';
import { resolveConnection } from '../../../../src/core/connections/resolveConnection';
import { createCall } from '../../../../src/core/sending/call';
import { CallFailed } from '../../../../src/core/sending/callFailed';
import { sendRequest } from '../../../../src/core/sending/sendRequest';
import { TokenCache } from '../../../../src/core/sending/tokens/tokenCache';
import { covers } from '../../../../src/vscode/credentials/credentialIndex';
import { jsonReply, parcel, parcelConnection, testPorts } from './parcelProvider';

/** What a person gave credentials for. */
const given = { provider: 'parcel', connection: 'mine', origins: originsOf(parcelConnection) };

/** Ports that hand out credentials exactly as the editor does, and answer every call. */
function editorPorts(connection: Connection) {
  const token = () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 });
  const list = () => jsonReply(200, []);
  return testPorts(
    { 'POST /token': token, 'GET /api/parcels': list, 'GET /x/parcels': list },
    {
      connection: async () => connection,
      credentials: async () => {
        const origins = originsOf(connection);
        if (covers(given, origins)) return { kind: 'found', credentials: { key: 'key-0123456789', user: 'ann' } };
        return { kind: 'unconfirmed', origin: origins.find((origin) => !given.origins.includes(origin)) ?? '' };
      },
    },
  );
}

async function send(connection: Connection) {
  const ports = editorPorts(connection);
  const request = { operation: 'parcel/list', connection: 'mine' };
  const { outcome } = await sendRequest(ports, request, { cause: 'form' });
  return { ports, problem: outcome.kind === 'failed' ? outcome.problem.kind : undefined };
}

describe('a connection that somebody else wrote', () => {
  const settings: [name: string, setting: Partial<ConnectionSetting>, problem: string][] = [
    ['a prefix that continues the host', { pathPrefix: '.evil.example/x' }, 'invalidPathPrefix'],
    ['a prefix that makes the host a user name', { pathPrefix: '@evil.example' }, 'invalidPathPrefix'],
    ['a prefix that continues the port', { pathPrefix: '90/x' }, 'invalidPathPrefix'],
    ['a base URL that swallows the path', { baseUrl: 'https://api.parcel.example/?' }, 'invalidBaseUrl'],
    ['a base URL of another host', { baseUrl: 'https://evil.example' }, 'unconfirmedOrigin'],
    ['a base URL with a user name', { baseUrl: 'https://api.parcel.example@evil.example' }, 'invalidBaseUrl'],
    ['a host for tokens', { hosts: { login: 'https://evil.example' } }, 'unconfirmedOrigin'],
    ['a host that is none', { hosts: { login: 'https://login.parcel.example\\@evil.example' } }, 'invalidBaseUrl'],
  ];
  for (const [name, setting, problem] of settings) {
    it(`gets nothing by ${name}`, async () => {
      const resolved = resolveConnection(parcel, {
        id: 'mine',
        provider: 'parcel',
        environment: 'production',
        ...setting,
      });
      if ('kind' in resolved) return assert.equal(resolved.kind, problem);
      const sent = await send(resolved);
      assert.deepEqual([sent.problem, sent.ports.sent], [problem, []]);
    });
  }

  it('is sent to where the confirmed origins are', async () => {
    const resolved = resolveConnection(parcel, {
      id: 'mine',
      provider: 'parcel',
      environment: 'production',
      pathPrefix: '/x',
    });
    assert.ok(!('kind' in resolved));
    const { ports } = await send(resolved);
    assert.deepEqual(
      ports.sent.map(({ url }) => url),
      ['https://login.parcel.example/token', 'https://api.parcel.example/x/parcels'],
    );
  });
});

describe('an authority whose file is exchanged', () => {
  const withAuthority = { ...parcelConnection, tls: { caFile: '/ca.pem' } };

  it('gets no credentials that were given for what stood there before', async () => {
    const read: string[] = [];
    const holds = { authority: 'one' };
    const token = () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 });
    const ports = testPorts(
      { 'POST /token': token, 'GET /api/parcels': () => jsonReply(200, []) },
      {
        connection: async () => withAuthority,
        credentials: async () => ({
          ...{ kind: 'found', credentials: { key: 'key-0123456789', user: 'ann' }, authority: 'one' },
        }),
        readTls: async () => {
          read.push(holds.authority);
          return { kind: 'read', material: { ca: 'PEM' }, authority: holds.authority };
        },
      },
    );
    const send = () => sendRequest(ports, { operation: 'parcel/list', connection: 'mine' }, { cause: 'form' });
    assert.equal((await send()).outcome.kind, 'replied');
    assert.equal(ports.sent.length, 2);
    holds.authority = 'other';
    const { outcome } = await send();
    assert.ok(outcome.kind === 'failed' && outcome.problem.kind === 'unusableCertificate');
    assert.match(outcome.problem.reason, /has changed just now/);
    assert.equal(ports.sent.length, 2);
    assert.deepEqual(new Set(read), new Set(['one', 'other']));
  });

  it('gets no token that was fetched without it', async () => {
    const tokens = new TokenCache();
    tokens.put(parcelConnection, { accessToken: 'token-abcdefgh' });
    assert.equal(tokens.get(withAuthority), undefined);
    assert.equal(tokens.get(parcelConnection)?.accessToken, 'token-abcdefgh');
  });
});

describe('calls of the product’s own', () => {
  it('pass the same check, token calls too', async () => {
    const ports = testPorts({});
    const connection = { ...parcelConnection, hosts: { login: 'https://login.parcel.example\\@evil.example' } };
    await assert.rejects(createCall(ports, parcel, connection)('parcel/list', {}), hasProblem('invalidBaseUrl'));
    assert.deepEqual(ports.sent, []);
  });

  it('take no value for a template, for it may come from a reply', async () => {
    const token = () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 });
    const ports = testPorts({ 'POST /token': token, 'GET /api/parcels': () => jsonReply(200, []) });
    const tag = ['{{parcel}}', '{{credentials.key}}', '{{unheard}}'];
    await createCall(ports, parcel, parcelConnection)('parcel/list', { query: { tag } });
    const asked = new URL(ports.sent.at(-1)?.url ?? '');
    assert.deepEqual(asked.searchParams.getAll('tag'), tag);
  });

  it('refer to the credentials that they are given, once', async () => {
    const key = '{{credentials.user}}{{parcel}}';
    const ports = testPorts({ 'POST /token': () => jsonReply(200, { access_token: 't', expires_in: 1 }) });
    const body = { grant: 'refresh', key: '{{credentials.refreshToken}}' };
    const call = createCall(ports, parcel, parcelConnection);
    await call('parcel/get-token', { body }, { key: 'key-0123456789', refreshToken: key });
    assert.equal(new URLSearchParams(ports.sent[0]?.body?.text).get('key'), key);
  });

  it('change nothing: that is a person’s to send', async () => {
    const ports = testPorts({});
    const values = { path: { parcel_id: 'p-1' }, body: { email: 'ann@example.com' } };
    await assert.rejects(createCall(ports, parcel, parcelConnection)('parcel/invite', values), /nobody asked/);
    assert.deepEqual(ports.sent, []);
  });
});

describe('a request that is sent anyway', () => {
  it('takes no value that leads elsewhere', async () => {
    const token = () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 });
    const ports = testPorts({ 'POST /token': token });
    const path = { parcel_id: '..' };
    const request = { operation: 'parcel/invite', connection: 'test', path, body: { email: 'ann@example.com' } };
    const { outcome } = await sendRequest(ports, request, { cause: 'form' }, { force: true });
    assert.equal(outcome.kind === 'failed' && outcome.problem.kind, 'invalidAddress');
    assert.ok(ports.sent.every(({ url }) => url.endsWith('/token')));
  });
});

function hasProblem(kind: string): (error: unknown) => boolean {
  return (error) =>
    error instanceof CallFailed && error.outcome.kind === 'failed' && error.outcome.problem.kind === kind;
}
