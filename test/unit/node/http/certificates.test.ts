import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ConnectionTls } from '../../../../src/core/connections/connectionTls';
import type { HttpOutcome } from '../../../../src/core/http';
import { describeHttpFailure } from '../../../../src/core/problems/describeHttpFailure';
import { tlsReader } from '../../../../src/node/http/certificates/tlsFiles';
import { createHttpClient } from '../../../../src/node/http/httpClient';
import { confirmed } from '../../core/addresses/confirmed';
import { certificateFile, type SecureServerOptions, startSecureServer } from '../../fixtures/secureServer';

const limits = { connectTimeoutMs: 5_000, totalTimeoutMs: 5_000, maxBytes: 1000 };
const passphrase = 'example-passphrase';
const file = certificateFile;
const ours: ConnectionTls = { caFile: file('authority.pem') };
const me: ConnectionTls = { ...ours, certificateFile: file('client.pem'), keyFile: file('client.key') };
const asks: SecureServerOptions = { requestCert: true };

interface Row {
  readonly says: string;
  readonly server?: SecureServerOptions;
  readonly tls?: ConnectionTls;
  /** Undefined: it is answered. */
  readonly failure?: 'untrustedCertificate' | 'clientCertificate' | 'unreachable' | 'brokenOff';
  readonly words?: RegExp;
}

const rows: readonly Row[] = [
  { says: 'trusts the authority of its connection', tls: ours },
  { says: 'speaks to a server of TLS 1.2 alone', server: { maxVersion: 'TLSv1.2' }, tls: ours },
  { says: 'believes anybody where checks are off', server: { shows: 'expired' }, tls: { checkCertificates: false } },
  { says: 'does not trust what it does not know', failure: 'untrustedCertificate', words: /"caFile"/ },
  {
    says: 'does not trust the authority of another',
    tls: { caFile: file('stranger.pem') },
    failure: 'untrustedCertificate',
    words: /authority/,
  },
  {
    says: 'says that a certificate has expired',
    server: { shows: 'expired' },
    tls: ours,
    failure: 'untrustedCertificate',
    words: /expired \(CERT_HAS_EXPIRED\).*clock of this machine/,
  },
  {
    says: 'says that a certificate is not valid yet',
    server: { shows: 'future' },
    tls: ours,
    failure: 'untrustedCertificate',
    words: /not valid yet/,
  },
  {
    says: 'says that a certificate is that of another host',
    server: { shows: 'elsewhere' },
    tls: ours,
    failure: 'untrustedCertificate',
    words: /another host name.*no proxy or login page/,
  },
  { says: 'shows its client certificate', server: asks, tls: me },
  { says: 'shows it to TLS 1.2', server: { ...asks, maxVersion: 'TLSv1.2' }, tls: me },
  { says: 'shows one of PKCS#12', server: asks, tls: { ...ours, pkcs12File: file('client.p12') } },
  { says: 'shows one with a locked key', server: asks, tls: { ...me, keyFile: file('locked.key') } },
  {
    says: 'says that a client certificate is missing',
    server: asks,
    tls: ours,
    failure: 'clientCertificate',
    words: /asks for a client certificate/,
  },
  {
    says: 'says so of TLS 1.2',
    server: { ...asks, maxVersion: 'TLSv1.2' },
    tls: ours,
    failure: 'unreachable',
    words: /may ask for a client certificate/,
  },
  {
    says: 'says that the connection was closed on the certificate of others',
    server: asks,
    tls: { ...ours, certificateFile: file('foreign.pem'), keyFile: file('foreign.key') },
    failure: 'brokenOff',
    words: /closed the connection/,
  },
  {
    says: 'says that there is no common version',
    server: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' },
    tls: ours,
    failure: 'unreachable',
    words: /no version of TLS/,
  },
];

describe('http client and certificates', () => {
  for (const { says, server: options = {}, tls, failure, words = /./ } of rows) {
    it(says, async () => {
      const server = await startSecureServer(options);
      const outcome = await send(server.origin, tls);
      if (failure === undefined) {
        assert.equal(outcome.kind === 'replied' && outcome.reply.status, 200, JSON.stringify(outcome));
      } else {
        assert.ok(outcome.kind === 'failed', 'it was answered');
        assert.equal(outcome.failure.kind, failure, JSON.stringify(outcome));
        const { title, cause, nextStep } = describeHttpFailure(server.origin, outcome.failure);
        assert.match(`${title} ${cause} ${nextStep}`, words);
      }
      await server.close();
    });
  }

  it('keeps its connections, with a client certificate as well', async () => {
    const server = await startSecureServer(asks);
    const client = createHttpClient();
    for (const _ of [1, 2, 3]) assert.equal((await sendWith(client, server.origin, me)).kind, 'replied');
    assert.equal(server.connections, 1);
    await server.close();
  });

  it('checks certificates whatever NODE_TLS_REJECT_UNAUTHORIZED says', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    const server = await startSecureServer();
    try {
      const outcome = await send(server.origin, undefined);
      assert.equal(outcome.kind === 'failed' && outcome.failure.kind, 'untrustedCertificate');
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
      await server.close();
    }
  });
});

function send(origin: string, tls: ConnectionTls | undefined): Promise<HttpOutcome> {
  return sendWith(createHttpClient(), origin, tls);
}

async function sendWith(
  client: ReturnType<typeof createHttpClient>,
  origin: string,
  tls: ConnectionTls | undefined,
): Promise<HttpOutcome> {
  const read = tls && (await tlsReader(undefined)(tls, passphrase));
  assert.ok(read?.kind !== 'locked' && read?.kind !== 'unusable', JSON.stringify(read));
  const request = { method: 'GET', url: confirmed(`${origin}/x`), headers: {}, body: undefined };
  return client.send({ ...request, ...(read && { tls: read.material }) }, limits);
}

describe('files of certificates', () => {
  const unusable: readonly (readonly [says: string, tls: ConnectionTls, given: string | undefined, reason: RegExp])[] =
    [
      ['a file that is not there', { caFile: file('none.pem') }, undefined, /no such file/],
      ['a folder', { caFile: file('.') }, undefined, /no file/],
      ['a path that is not whole', { caFile: 'authority.pem' }, undefined, /not whole/],
      ['no PEM', { caFile: file('make.sh') }, undefined, /no certificate in PEM/],
      [
        'a key in the place of a certificate',
        { certificateFile: file('client.key') },
        undefined,
        /no certificate in PEM/,
      ],
      ['a certificate without its key', { certificateFile: file('client.pem') }, undefined, /no private key/],
      [
        'the key of another',
        { certificateFile: file('client.pem'), keyFile: file('foreign.key') },
        undefined,
        /no pair/,
      ],
      ['PEM in the place of PKCS#12', { pkcs12File: file('client.pem') }, passphrase, /cannot be read/],
      ['a locked key', { certificateFile: file('client.pem'), keyFile: file('locked.key') }, undefined, /locked/],
      [
        'a locked key and another passphrase',
        { certificateFile: file('client.pem'), keyFile: file('locked.key') },
        'no',
        /locked/,
      ],
      ['PKCS#12 without its passphrase', { pkcs12File: file('client.p12') }, undefined, /locked/],
      ['PKCS#12 and another passphrase', { pkcs12File: file('client.p12') }, 'no', /locked/],
    ];
  for (const [says, tls, given, reason] of unusable) {
    it(`refuses ${says}`, async () => {
      const outcome = await tlsReader(undefined)(tls, given);
      assert.notEqual(outcome.kind, 'read');
      assert.match(outcome.kind === 'unusable' ? outcome.reason : outcome.kind, reason);
    });
  }

  it('tells authorities apart by what is trusted, not by how it is written', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'esign-authorities-'));
    const [one, other] = await Promise.all(
      ['authority.pem', 'stranger.pem'].map((name) => readFile(file(name), 'utf8')),
    );
    const print = async (text: string) => {
      await writeFile(path.join(folder, 'ca.pem'), text);
      const outcome = await tlsReader(folder)({ caFile: 'ca.pem' }, undefined);
      assert.ok(outcome.kind === 'read');
      return outcome.authority;
    };
    const [first, second] = [await print(one ?? ''), await print(other ?? '')];
    assert.notEqual(first, second);
    assert.equal(await print(`# Ours\n${one?.replaceAll('\n', '\r\n')}\n\n${one}`), first);
    assert.equal(await print(`${one}${other}`), await print(`${other}${one}`));
    assert.notEqual(await print(`${one}${other}`), first);
    const { authority } = { authority: undefined, ...(await tlsReader(undefined)({}, undefined)) };
    assert.equal(authority, undefined);
    await rm(folder, { recursive: true });
  });

  it('finds them from the folder that is given, and takes the certificates alone', async () => {
    const outcome = await tlsReader(file('.'))({ certificateFile: 'client.pem', keyFile: 'client.key' }, undefined);
    assert.ok(outcome.kind === 'read');
    assert.match(outcome.material.certificate ?? '', /^-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----$/);
    assert.equal(outcome.material.passphrase, undefined);
  });
});
