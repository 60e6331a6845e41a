import assert from 'node:assert/strict';
import type { ConnectionSetting } from '../../../../src/core/connections/connection';
import { checkBaseUrl, resolveConnection } from '../../../../src/core/connections/resolveConnection';
import { parcel } from '../sending/parcelProvider';

describe('checkBaseUrl', () => {
  const cases: [address: string, refusal: RegExp | undefined][] = [
    ['https://api.example.com', undefined],
    ['https://api.example.com/v2/', undefined],
    ['http://127.0.0.1:4010', undefined],
    ['http://localhost:4010', undefined],
    ['http://[::1]:4010', undefined],
    ['http://api.example.com', /https/],
    ['http://127.0.0.1.evil.example', /https/],
    ['ftp://api.example.com', /http and https/],
    ['file:///etc/passwd', /http and https/],
    ['https://user:secret@api.example.com', /credentials/],
    ['https://api.example.com?x=1', /before/],
    ['api.example.com', /not a URL/],
    ['', /not a URL/],
  ];
  for (const [address, refusal] of cases) {
    it(`${refusal ? 'refuses' : 'takes'} "${address}"`, () => {
      const reason = checkBaseUrl(address);
      if (refusal) assert.match(reason ?? '', refusal);
      else assert.equal(reason, undefined);
    });
  }
});

describe('resolveConnection', () => {
  const resolve = (setting: Partial<ConnectionSetting>) =>
    resolveConnection(parcel, { id: 'mine', provider: 'parcel', ...setting });

  it('takes address and hosts from the environment', () => {
    assert.deepEqual(resolve({ environment: 'production' }), {
      id: 'mine',
      provider: 'parcel',
      title: 'mine',
      environment: 'production',
      environmentTitle: 'Production',
      baseUrl: 'https://api.parcel.example',
      hosts: { login: 'https://login.parcel.example' },
      variables: {},
      live: true,
    });
  });

  it('does not join an address of its own with the hosts of the environment', () => {
    const connection = resolve({ environment: 'production', baseUrl: 'https://other.example/' });
    assert.ok('baseUrl' in connection && 'hosts' in connection);
    assert.equal(connection.baseUrl, 'https://other.example');
    assert.deepEqual(connection.hosts, {});
    assert.equal(connection.environment, 'custom');
  });

  it('takes an unknown address for a live one, and this machine for a harmless one', () => {
    const live = (baseUrl: string) => {
      const connection = resolve({ baseUrl });
      return 'live' in connection && connection.live;
    };
    assert.equal(live('https://unknown.example'), true);
    assert.equal(live('http://127.0.0.1:9'), false);
  });

  it('says what is wrong with a host', () => {
    assert.deepEqual(resolve({ baseUrl: 'https://a.example', hosts: { login: 'http://b.example' } }), {
      kind: 'invalidBaseUrl',
      baseUrl: 'http://b.example',
      reason: 'http is only allowed for this machine; use https',
    });
  });

  it('needs an environment or an address', () => {
    assert.deepEqual(resolve({ environment: 'nowhere' }), {
      kind: 'invalidBaseUrl',
      baseUrl: '',
      reason: 'connection "mine" names no known environment',
    });
  });
});
