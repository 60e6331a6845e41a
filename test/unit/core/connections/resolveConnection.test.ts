import assert from 'node:assert/strict';
import type { ConnectionSetting } from '../../../../src/core/connections/connection';
import { resolveConnection } from '../../../../src/core/connections/resolveConnection';
import { parcel } from '../sending/parcelProvider';

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

  it('knows how much its environment takes, and nothing of an address of its own', () => {
    const limits = { calls: { hour: 200 }, source: 'https://parcel.example/limits' };
    const environments = parcel.environments.map((environment) => ({ ...environment, limits }));
    const limitsOf = (setting: Partial<ConnectionSetting>) => {
      const resolved = resolveConnection({ ...parcel, environments }, { id: 'mine', provider: 'parcel', ...setting });
      return 'limits' in resolved ? resolved.limits : undefined;
    };
    assert.deepEqual(limitsOf({ environment: 'production' }), limits);
    assert.equal(limitsOf({ environment: 'production', baseUrl: 'https://other.example' }), undefined);
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

  it('takes a connection for a live one when one of its hosts may be', () => {
    const live = (setting: Partial<ConnectionSetting>) => {
      const connection = resolve(setting);
      return 'live' in connection && connection.live;
    };
    const baseUrl = 'http://127.0.0.1:9';
    assert.equal(live({ baseUrl, hosts: { login: 'https://login.parcel.example' } }), true);
    assert.equal(live({ baseUrl, hosts: { login: 'http://127.0.0.1:10' } }), false);
  });

  it('says what is wrong with a host', () => {
    assert.deepEqual(resolve({ baseUrl: 'https://a.example', hosts: { login: 'http://b.example' } }), {
      kind: 'invalidBaseUrl',
      baseUrl: 'http://b.example',
      reason: 'http is only allowed for this machine; use https',
    });
  });

  it('keeps addresses as they were checked', () => {
    const connection = resolve({
      baseUrl: 'HTTPS://API.Other.example:443/v2//',
      hosts: { login: 'https://LOGIN.other.example/' },
      pathPrefix: '/parcel/v1/',
    });
    assert.ok('baseUrl' in connection && 'hosts' in connection);
    assert.deepEqual(
      [connection.baseUrl, connection.hosts, connection.pathPrefix],
      ['https://api.other.example/v2', { login: 'https://login.other.example' }, '/parcel/v1'],
    );
  });

  it('knows the address of an environment in another spelling', () => {
    const connection = resolve({ environment: 'production', baseUrl: 'https://API.parcel.example/' });
    assert.ok('hosts' in connection);
    assert.equal(connection.environment, 'production');
    assert.deepEqual(connection.hosts, { login: 'https://login.parcel.example' });
  });

  it('says what is wrong with a path prefix', () => {
    assert.deepEqual(resolve({ environment: 'production', pathPrefix: '.evil.example/x' }), {
      kind: 'invalidPathPrefix',
      pathPrefix: '.evil.example/x',
      reason: 'it must begin with "/", or be empty',
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
