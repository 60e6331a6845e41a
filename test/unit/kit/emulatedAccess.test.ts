import assert from 'node:assert/strict';
import type { EmulatedRequest } from '../../../src/core/emulation';
import { bearerOf, defineAccess, isClient, tokenOf } from '../../../src/kit/emulatedAccess';
import { idleTools } from '../fixtures/idleTools';
import { getPaper } from '../fixtures/toyProvider';

const account = { clientId: 'id', clientSecret: 'secret' };

function request(authorization: string | undefined, body = ''): EmulatedRequest {
  const headers = authorization === undefined ? {} : { authorization };
  return {
    method: 'GET',
    path: '/',
    query: {},
    headers,
    body: new TextEncoder().encode(body),
    baseUrl: 'http://127.0.0.1',
  };
}

describe('Who is let into an emulator', () => {
  const rows = [
    { header: undefined, bearer: '', token: '' },
    { header: 'Bearer abc', bearer: 'abc', token: 'abc' },
    { header: 'bearer  abc', bearer: 'abc', token: 'abc' },
    { header: 'abc', bearer: '', token: 'abc' },
    { header: 'Bearer a b', bearer: '', token: 'a b' },
    { header: 'Basic abc', bearer: '', token: 'Basic abc' },
  ];
  for (const { header, bearer, token } of rows) {
    it(`${header}: the token is "${bearer}" by the scheme, "${token}" where none is known`, () => {
      const { headers } = request(header);
      assert.deepEqual([bearerOf(headers), tokenOf(headers)], [bearer, token]);
    });
  }

  it('a client says who it is in the header, or else in the form', () => {
    const basic = `Basic ${btoa('id:secret')}`;
    assert.ok(isClient(request(basic), account));
    assert.ok(isClient(request(undefined, 'client_id=id&client_secret=secret'), account));
    assert.ok(!isClient(request(undefined, 'client_id=id'), account));
    assert.ok(!isClient(request(undefined), account));
    // A header that is wrong is not mended by the form.
    assert.ok(!isClient(request('Basic x', 'client_id=id&client_secret=secret'), account));
  });

  it('calls for a token are asked for the client, all others for the token', () => {
    const access = defineAccess<ReadonlySet<string>>({
      credentials: account,
      client: () => ({ account: 'client' }),
      token: (headers, state) => (state.has(bearerOf(headers)) ? { account: 'ann' } : { failure: 'lost' }),
    });
    const ask = (authorization: 'client' | 'token', header: string) =>
      access.authenticate(request(header), { ...getPaper, authorization }, new Set(['t']), idleTools);
    assert.deepEqual(ask('client', ''), { account: 'client' });
    assert.deepEqual(ask('token', 'Bearer t'), { account: 'ann' });
    assert.deepEqual(ask('token', 'Bearer other'), { failure: 'lost' });
    assert.equal(access.credentials, account);
  });

  it('an API that gives no tokens asks every call the same', () => {
    const { authenticate } = defineAccess({ credentials: {}, token: () => ({ failure: 'lost' }) });
    assert.deepEqual(authenticate(request(undefined), { ...getPaper, authorization: 'client' }, undefined, idleTools), {
      failure: 'lost',
    });
  });
});
