import assert from 'node:assert/strict';
import type { ConnectionTls } from '../../../../src/core/connections/connectionTls';
import { resolveConnection } from '../../../../src/core/connections/resolveConnection';
import { parcel } from '../sending/parcelProvider';

const practice = { baseUrl: 'https://127.0.0.1:8443' };

const settings: readonly [
  says: string,
  tls: ConnectionTls,
  where: { readonly baseUrl: string },
  reason: RegExp | undefined,
][] = [
  ['an authority', { caFile: '/ca.pem' }, practice, undefined],
  ['a certificate with its key in one file', { certificateFile: '/me.pem' }, practice, undefined],
  ['a certificate and its key', { certificateFile: '/me.pem', keyFile: '/me.key' }, practice, undefined],
  ['PKCS#12', { pkcs12File: '/me.p12' }, practice, undefined],
  ['no checks on this machine', { checkCertificates: false }, practice, undefined],
  ['no checks at an address that nobody knows', { checkCertificates: false }, { baseUrl: 'https://a.example' }, /live/],
  ['two client certificates', { certificateFile: '/me.pem', pkcs12File: '/me.p12' }, practice, /two client/],
  ['a key of another kind', { keyFile: '/me.key', pkcs12File: '/me.p12' }, practice, /two client/],
  ['a key alone', { keyFile: '/me.key' }, practice, /no certificate/],
  ['an empty path', { caFile: '' }, practice, /"caFile"/],
];

describe('certificates of a connection', () => {
  for (const [says, tls, where, reason] of settings) {
    it(`${reason === undefined ? 'takes' : 'refuses'} ${says}`, () => {
      const outcome = resolveConnection(parcel, { id: 'mine', provider: 'parcel', ...where, tls });
      if (reason === undefined) assert.deepEqual('tls' in outcome && outcome.tls, tls);
      else assert.match('kind' in outcome && outcome.kind === 'invalidTls' ? outcome.reason : 'taken', reason);
    });
  }

  it('never does without checks where people are reached', () => {
    const live = { id: 'mine', provider: 'parcel', environment: 'production', tls: { checkCertificates: false } };
    const outcome = resolveConnection(parcel, live);
    assert.equal('kind' in outcome && outcome.kind, 'invalidTls');
  });
});
