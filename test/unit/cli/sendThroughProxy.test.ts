import assert from 'node:assert/strict';
import { type ProxyManner, type ProxyServer, proxyAccount, startProxy } from '../fixtures/proxyServer';
import { certificateFile, type SecureServerOptions, startSecureServer } from '../fixtures/secureServer';
import { createNote, useWorkplace } from './workplace';

const token = { ESIGN_DEMO_NOTES_TOKEN: 'demo-token' };
const { user, password } = proxyAccount;

describe('esign send on a company’s network', () => {
  const workplace = useWorkplace();
  let proxy: ProxyServer | undefined;
  afterEach(() => proxy?.close());

  const proxies: readonly (readonly [
    says: string,
    manner: ProxyManner,
    env: (address: string) => Record<string, string>,
    code: number,
    words: RegExp,
  ])[] = [
    ['uses the proxy of HTTP_PROXY', 'open', (address) => ({ HTTP_PROXY: address }), 0, /^$/],
    [
      'gives a proxy its account',
      'guarded',
      (address) => ({ http_proxy: `http://${user}:${password}@${address}` }),
      0,
      /^$/,
    ],
    [
      'names the proxy that asks for an account, without the one it was given',
      'guarded',
      (address) => ({ ALL_PROXY: `http://ann:secret-0123@${address}` }),
      3,
      /The proxy refused the connection[\s\S]*http:\/\/127\.0\.0\.1:\d+ \(from ALL_PROXY\)[\s\S]*It answered 407/,
    ],
    [
      'says that the proxy cannot be reached',
      'open',
      () => ({ HTTP_PROXY: '127.0.0.1:1' }),
      3,
      /The proxy cannot be reached/,
    ],
  ];
  for (const [says, manner, env, code, words] of proxies) {
    it(says, async () => {
      proxy = await startProxy(manner);
      workplace().write('request.esign.json', createNote);
      const args = ['send', 'request.esign.json', '--base-url', workplace().baseUrl];
      const all = { ...token, NO_PROXY: '<-loopback>', ...env(proxy.address) };
      const { code: came, out, err } = await workplace().run(args, all);
      assert.equal(came, code, out + err);
      assert.match(code === 0 ? '' : out + err, words);
      assert.doesNotMatch(out + err, /secret-0123|word-0123456789/);
      if (code === 0) assert.equal(proxy.seen.length, 1);
      const json = await workplace().run([...args, '--json'], all);
      assert.doesNotMatch(json.out + json.err, /secret-0123|word-0123456789/);
    });
  }

  const certificates: readonly (readonly [
    says: string,
    server: SecureServerOptions,
    env: Record<string, string>,
    code: number,
    words: RegExp,
  ])[] = [
    ['says which variable names an authority', {}, {}, 3, /ESIGN_DEMO_NOTES_CA_FILE or NODE_EXTRA_CA_CERTS/],
    [
      'says which variables name a client certificate',
      { requestCert: true },
      { CA_FILE: 'authority.pem' },
      3,
      /ESIGN_DEMO_NOTES_CERTIFICATE_FILE/,
    ],
    ['says that a file is not there', {}, { CA_FILE: 'none.pem' }, 2, /none\.pem: there is no such file/],
    [
      'says that a passphrase is missing',
      {},
      { PKCS12_FILE: 'client.p12' },
      2,
      /client\.p12: its key opens with a passphrase/,
    ],
    ['says what it does not understand', {}, { CHECK_CERTIFICATES: 'maybe' }, 2, /neither "true" nor "false"/],
    [
      'sends with a client certificate',
      { requestCert: true },
      { CA_FILE: 'authority.pem', PKCS12_FILE: 'client.p12', CERTIFICATE_PASSPHRASE: 'example-passphrase' },
      1,
      /^/,
    ],
    [
      'sends without checks, and says so',
      { shows: 'expired' },
      { CHECK_CERTIFICATES: 'false' },
      1,
      /certificates are not checked/i,
    ],
  ];
  for (const [says, options, env, code, words] of certificates) {
    it(says, async () => {
      const server = await startSecureServer({
        ...options,
        listener: (_request, response) => response.writeHead(404).end(),
      });
      workplace().write('request.esign.json', createNote);
      const named = Object.entries(env).map(([name, value]) => [
        `ESIGN_DEMO_NOTES_${name}`,
        name.endsWith('_FILE') ? certificateFile(value) : value,
      ]);
      const args = ['send', 'request.esign.json', '--base-url', server.origin];
      const { code: came, out, err } = await workplace().run(args, { ...token, ...Object.fromEntries(named) });
      await server.close();
      assert.equal(came, code, out + err);
      assert.match(out + err, words);
      assert.doesNotMatch(out + err, /example-passphrase/);
    });
  }

  it('says that NODE_TLS_REJECT_UNAUTHORIZED has no effect', async () => {
    workplace().write('request.esign.json', createNote);
    const args = ['send', 'request.esign.json', '--base-url', workplace().baseUrl];
    const { err } = await workplace().run(args, { ...token, NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    assert.match(err, /NODE_TLS_REJECT_UNAUTHORIZED=0/);
  });
});
