import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Auth, Credentials } from '../../../src/core/auth';
import { type Call, defineOperation } from '../../../src/core/operation';
import { type AuthKind, defineAuth } from '../../../src/kit/auth/defineAuth';
import {
  authorizationCodeGrant,
  clientCredentialsGrant,
  passwordGrant,
  refreshTokenGrant,
} from '../../../src/kit/auth/oauthGrants';
import { apiKey, readyToken } from '../../../src/kit/auth/readyKinds';
import { saltedSecret } from '../../../src/kit/auth/saltedSecret';
import { tokenCall } from '../../../src/kit/auth/tokenCall';

const now = Date.UTC(2030, 0, 1);

const getToken = defineOperation({
  id: 'toy/get-token',
  title: 'T',
  summary: 'S.',
  docs: 'https://example.com',
  method: 'POST',
  path: '/token',
  request: { body: z.object({ grant: z.string(), known: z.string().optional() }) },
  replies: { 200: z.object({ access_token: z.string() }) },
  examples: [],
});

const words = { title: 'T', client: 'Of the application.' };
const token = (grant: string) => tokenCall(getToken, { body: { grant } });
const known = '{{credentials.refreshToken}}';
const renew = tokenCall(getToken, { body: { grant: 'refresh', known } });
const salted = { secret: 'key', kind: { id: 'salted', title: 'T', fields: z.object({ key: z.string() }) } };

const password = passwordGrant({ ...words, token: token('password'), renew });
const client = clientCredentialsGrant({ ...words, token: token('client') });
const code = authorizationCodeGrant({ ...words, code: 'Ask.', token: token('code'), renew });
const refresh = refreshTokenGrant({ ...words, renew });
const ready = readyToken({ title: 'T', description: 'D.' });
const key = apiKey({ title: 'T', description: 'D.' });
const salt = saltedSecret({ ...salted, encrypt: token('encrypt'), token: token('salted') });
const encrypted = saltedSecret({ ...salted, token: token('salted') });

/** What is sent where a kind gets its token, and what then stands in the header of a call. */
const rows: readonly {
  name: string;
  kind: AuthKind;
  credentials: Credentials;
  sent: readonly object[];
  token: string;
}[] = [
  { name: 'password', kind: password, credentials: { password: 'p' }, sent: [{ grant: 'password' }], token: 'T1' },
  { name: 'client', kind: client, credentials: { clientSecret: 's' }, sent: [{ grant: 'client' }], token: 'T1' },
  { name: 'code', kind: code, credentials: { code: 'c' }, sent: [{ grant: 'code' }], token: 'T1' },
  {
    name: 'code with a refresh token',
    kind: code,
    credentials: { code: 'c', refreshToken: 'r' },
    sent: [{ grant: 'refresh', known }],
    token: 'T1',
  },
  {
    name: 'refresh token',
    kind: refresh,
    credentials: { refreshToken: 'r' },
    sent: [{ grant: 'refresh', known }],
    token: 'T1',
  },
  { name: 'ready token', kind: ready, credentials: { token: 'mine' }, sent: [], token: 'mine' },
  { name: 'API key', kind: key, credentials: { apiKey: 'k' }, sent: [], token: 'k' },
  { name: 'salted secret', kind: salt, credentials: { key: 'k' }, sent: [{ grant: 'salted' }], token: 'T1' },
];

describe('Kinds of authorization', () => {
  for (const { name, kind, credentials, sent, token: expected } of rows) {
    it(`${name}: gets its token and sends it`, async () => {
      const api = toyApi();
      const headers = await authorize(defineAuth({ kinds: [kind] }), 'token', credentials, api.call);
      assert.deepEqual(headers, { authorization: `Bearer ${expected}` });
      assert.deepEqual(api.sent, sent);
      assert.ok(api.given.every((one) => one === credentials));
    });
  }

  it('of several kinds, the credentials tell which is meant', async () => {
    const auth = defineAuth({ kinds: [code, refresh, ready] });
    const sent: unknown[][] = [];
    for (const credentials of [{ code: 'c' }, { refreshToken: 'r' }, { token: 'mine' }, {}]) {
      const api = toyApi();
      await authorize(auth, 'token', credentials, api.call);
      sent.push(api.sent.map((body) => Reflect.get(body, 'grant')));
    }
    assert.deepEqual(sent, [['code'], ['refresh'], [], ['code']]);
    assert.deepEqual(
      auth.kinds.map(({ id }) => id),
      ['code', 'refresh', 'token'],
    );
  });

  it('a token is renewed with its refresh token, which stays in use when no other comes back', async () => {
    const auth = defineAuth({ kinds: [password] });
    const old = { accessToken: 'old', refreshToken: 'r1' };
    const renewed = async (more: object) => auth.refresh?.({ password: 'p' }, old, toyApi(more).call, now);
    assert.deepEqual(await renewed({}), { accessToken: 'T1', refreshToken: 'r1' });
    assert.deepEqual(await renewed({ refresh_token: 'r2', expires_in: 60 }), {
      accessToken: 'T1',
      refreshToken: 'r2',
      expiresAt: now + 60_000,
    });
    assert.equal(await auth.refresh?.({ password: 'p' }, { accessToken: 'old' }, toyApi().call, now), undefined);
  });

  for (const refreshToken of ['{{credentials.password}}', '{{host}}', 'r1']) {
    it(`a refresh token "${refreshToken}" is referred to, and never stands among the values`, async () => {
      const api = toyApi();
      const auth = defineAuth({ kinds: [password] });
      await auth.refresh?.({ password: 'p' }, { accessToken: 'old', refreshToken }, api.call, now);
      assert.deepEqual(api.sent, [{ grant: 'refresh', known }]);
      assert.deepEqual(api.given, [{ password: 'p', refreshToken }]);
    });
  }

  it('there is no token call where no kind has one, and no renewal where none can be renewed', () => {
    const named = ({ acquire, refresh: again }: Auth) => [acquire !== undefined, again !== undefined];
    assert.deepEqual(named(defineAuth({ kinds: [key] })), [false, false]);
    assert.deepEqual(named(defineAuth({ kinds: [client, ready] })), [true, false]);
    assert.deepEqual(named(defineAuth({ kinds: [password] })), [true, true]);
  });

  const clients: readonly [string, Parameters<typeof defineAuth>[0], Credentials, object][] = [
    ['in the body', { kinds: [client] }, { clientId: 'i', clientSecret: 's' }, {}],
    [
      'as a header',
      { kinds: [client], client: 'basic' },
      { clientId: 'ü', clientSecret: 's' },
      { authorization: 'Basic w7w6cw==' },
    ],
    [
      'as a header without a client',
      { kinds: [ready], client: 'basic' },
      { token: 't' },
      { authorization: 'Basic Og==' },
    ],
    ['encrypted by the API', { kinds: [salt] }, { key: 'k' }, { authorization: 'T1' }],
    ['encrypted already', { kinds: [encrypted] }, { key: 'k' }, { authorization: 'k' }],
  ];
  for (const [name, outline, credentials, headers] of clients) {
    it(`a client is shown ${name}`, async () => {
      assert.deepEqual(await authorize(defineAuth(outline), 'client', credentials, toyApi().call), headers);
    });
  }

  it('a token stands in the header as it is where the API wants it so', async () => {
    const auth = defineAuth({ kinds: [ready], token: 'raw' });
    assert.deepEqual(await authorize(auth, 'token', { token: 'mine' }, toyApi().call), { authorization: 'mine' });
  });

  it('a token is used for as long as the kind assumes, where nobody says how long it lives', async () => {
    const fetch = tokenCall(getToken, { body: { grant: 'g' } }, { names: { token: 'access_token' }, lifeMs: 40_000 });
    assert.deepEqual(await fetch(toyApi({ expires_in: 5 }).call, {}, now), {
      accessToken: 'T1',
      expiresAt: now + 40_000,
    });
  });

  it('any 401 rejects a token, unless the API says so otherwise', () => {
    const reply = (status: number) => ({ status, statusText: '', headers: {}, bytes: new Uint8Array(), durationMs: 1 });
    const says = ({ isTokenRejected }: Auth) => [401, 400].map((status) => isTokenRejected(reply(status)));
    assert.deepEqual(says(defineAuth({ kinds: [key] })), [true, false]);
    assert.deepEqual(says(defineAuth({ kinds: [key], isTokenRejected: ({ status }) => status === 400 })), [
      false,
      true,
    ]);
  });
});

interface ToyApi {
  readonly call: Call;
  readonly sent: readonly object[];
  /** What the values of each call refer to. */
  readonly given: readonly (Credentials | undefined)[];
}

function toyApi(more: object = {}): ToyApi {
  const sent: object[] = [];
  const given: (Credentials | undefined)[] = [];
  const call: Call = async (_operation, { body }, credentials) => {
    sent.push(Object(body));
    given.push(credentials);
    return { access_token: 'T1', ...more };
  };
  return { call, sent, given };
}

async function authorize(auth: Auth, scheme: 'token' | 'client', credentials: Credentials, call: Call) {
  const acquired = async () => {
    assert.ok(auth.acquire);
    return auth.acquire(credentials, call, now);
  };
  return auth.authorize(scheme, { credentials, call, token: acquired });
}
