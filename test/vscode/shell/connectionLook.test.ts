import * as assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connections/connection';
import { connectionItem, lookOf } from '../../../src/vscode/shell/connectionLook';

describe('How a connection is drawn', () => {
  const account: Connection = {
    id: 'mine',
    provider: 'listing',
    title: 'Mine',
    environment: 'custom',
    environmentTitle: 'Custom',
    baseUrl: 'https://esign.example/api',
    hosts: {},
    variables: {},
    live: false,
  };
  const unchecked = { tls: { checkCertificates: false } };
  const looks = [
    { what: 'the emulator', of: { id: 'emulator', environment: 'emulator' }, icon: 'server-environment' },
    { what: 'a live account', of: { environment: 'production', live: true }, icon: 'broadcast' },
    { what: 'another server, which may be live', of: { live: true }, icon: 'broadcast' },
    { what: 'a test environment', of: { environment: 'sandbox' }, icon: 'beaker' },
    { what: 'a server of one’s own', of: {}, icon: 'plug' },
    { what: 'one whose certificate nobody checks', of: { environment: 'sandbox', ...unchecked }, icon: 'unlock' },
  ];
  for (const { what, of, icon } of looks) {
    it(`as ${what}`, () => assert.equal(lookOf({ ...account, ...of }).icon, icon));
  }

  it('says what its title does not', () => {
    assert.equal(connectionItem(account).description, 'Custom · esign.example');
    const live = { ...account, title: 'Mine (Production, esign.example)', environmentTitle: 'Production', live: true };
    assert.equal(connectionItem(live).description, 'live');
  });
});
