import assert from 'node:assert/strict';
import type http from 'node:http';
import { runCommandLine } from '../../../src/cli/commandLine';
import { type ProxyManner, startProxy } from '../fixtures/proxyServer';
import { certificateFile, type SecureServerOptions, startSecureServer } from '../fixtures/secureServer';
import { useWorkplace } from './workplace';

const token = { ESIGN_DEMO_NOTES_TOKEN: 'demo-token-0123456789' };
const client = { ESIGN_DEMO_NOTES_CLIENT_ID: 'demo-client', ESIGN_DEMO_NOTES_CLIENT_SECRET: 'wrong-0123456789' };
const ca = { ESIGN_DEMO_NOTES_CA_FILE: certificateFile('authority.pem') };

const json = (status: number, body: unknown, headers = {}): http.RequestListener => {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

interface Row {
  readonly says: string;
  readonly server?: SecureServerOptions;
  readonly proxy?: ProxyManner;
  readonly origin?: string;
  readonly env?: Record<string, string>;
  readonly failed: string | undefined;
  readonly words: RegExp;
}

const rows: readonly Row[] = [
  {
    says: 'that all is well',
    env: { ...token, ...ca },
    server: { listener: json(200, []) },
    failed: undefined,
    words: /It works\./,
  },
  { says: 'an unknown name', origin: 'https://name.invalid', env: token, failed: 'name', words: /Check the host name/ },
  {
    says: 'that nothing listens',
    origin: 'http://127.0.0.1:1',
    env: token,
    failed: 'connect',
    words: /Nothing listens/,
  },
  {
    says: 'a proxy that refuses',
    proxy: { status: 502 },
    env: { ...token, ...ca },
    failed: 'proxy',
    words: /did not reach this host/,
  },
  {
    says: 'a proxy that asks for an account',
    proxy: 'guarded',
    env: { ...token, ...ca },
    failed: 'proxy',
    words: /user name and password/,
  },
  {
    says: 'a proxy that dies',
    proxy: 'dies',
    env: { ...token, ...ca },
    failed: 'proxy',
    words: /ended the connection/,
  },
  {
    says: 'the way through a proxy',
    proxy: 'open',
    env: { ...token, ...ca },
    server: { listener: json(200, []) },
    failed: undefined,
    words: /Proxy: http:\/\/127\.0\.0\.1:\d+ \(from HTTPS_PROXY\) connected/,
  },
  {
    says: 'an unknown authority, with the chain',
    env: token,
    failed: 'tls',
    words: /Example server, issued by Example Company CA, valid 2026-01-01 to 2126-01-01/,
  },
  {
    says: 'an expired certificate',
    server: { shows: 'expired' },
    env: { ...token, ...ca },
    failed: 'tls',
    words: /2020-01-01 to 2020-02-01/,
  },
  {
    says: 'a certificate of another host',
    server: { shows: 'elsewhere' },
    env: { ...token, ...ca },
    failed: 'tls',
    words: /another host name/,
  },
  {
    says: 'that a client certificate is missing',
    server: { requestCert: true },
    env: { ...token, ...ca },
    failed: 'tls',
    words: /client certificate/,
  },
  {
    says: 'a file that is not there',
    env: { ...token, ESIGN_DEMO_NOTES_CA_FILE: '/none.pem' },
    failed: 'tls',
    words: /no such file/,
  },
  {
    says: 'a clock that is wrong',
    env: { ...token, ...ca },
    server: { listener: json(200, [], { date: 'Fri, 01 Jan 2100 00:00:00 GMT' }) },
    failed: undefined,
    words: /but look at: Clock[\s\S]*behind the server/,
  },
  {
    says: 'a token that is refused',
    env: { ...client, ...ca },
    server: { listener: json(401, { error: 'no' }) },
    failed: 'token',
    words: /No access token/,
  },
  { says: 'credentials that are missing', env: ca, failed: 'token', words: /No credentials/ },
  {
    says: 'a call that is refused',
    env: { ...token, ...ca },
    server: { listener: json(401, {}) },
    failed: 'call',
    words: /→ /,
  },
];

describe('esign diagnose', () => {
  const workplace = useWorkplace();

  for (const { says, server: options = {}, proxy: manner, origin, env = {}, failed, words } of rows) {
    it(`says ${says}`, async () => {
      const server = await startSecureServer(options);
      const proxy = manner && (await startProxy(manner));
      const through = proxy && { HTTPS_PROXY: `http://ann:secret-0123@${proxy.address}`, NO_PROXY: '<-loopback>' };
      const args = ['diagnose', 'demo-notes', '--base-url', origin ?? server.origin];
      const read = await workplace().run(args, { ...env, ...through });
      const { out } = await workplace().run([...args, '--json'], { ...env, ...through });
      await proxy?.close();
      await server.close();
      assert.match(read.out, words);
      assert.equal(read.code, failed === undefined ? 0 : 1, read.out);
      const [diagnosis] = JSON.parse(out).diagnoses;
      assert.equal(diagnosis.works, failed === undefined);
      const steps: readonly { id: string; verdict: string }[] = diagnosis.steps;
      assert.equal(steps.find(({ verdict }) => verdict === 'failed')?.id, failed, out);
      assert.doesNotMatch(read.out + read.err + out, /secret-0123|0123456789/);
    });
  }

  it('works on the emulator, in the words of a person', async () => {
    const env = { ESIGN_DEMO_NOTES_CLIENT_ID: 'demo-client', ESIGN_DEMO_NOTES_CLIENT_SECRET: 'demo-secret' };
    const { code, out } = await workplace().run(['diagnose', '--env-file', workplace().write('e.env', '')], {
      ...env,
      ESIGN_DEMO_NOTES_BASE_URL: workplace().baseUrl,
    });
    assert.match(
      out,
      /It works\.[\s\S]*– Certificate: The address is on this machine[\s\S]*✓ Token: The credentials got a token/,
    );
    assert.equal(code, 0);
  });

  it('shows each step at a terminal as soon as it is done, and which one runs', async () => {
    const env = { ...client, ESIGN_DEMO_NOTES_CLIENT_SECRET: 'demo-secret' };
    const shown: string[] = [];
    const terminal = { isTerminal: true, out: (text: string) => void shown.push(text) };
    const args = ['diagnose', 'demo-notes', '--base-url', workplace().baseUrl];
    assert.equal(await runCommandLine({ ...workplace().surroundings(env), ...terminal }, args), 0);
    const lines = shown.map((text) => text.replace(/:[\s\S]*/, '').trim());
    assert.deepEqual(lines.slice(1), [
      ...['… Host name', '✓ Host name'],
      ...['… Clock', '✓ Clock'],
      ...['… Token', '✓ Token'],
      ...['… Call', '✓ Call'],
      lines.at(-1) ?? '',
    ]);
    assert.match(shown.at(-1) ?? '', /It works\./);
  });

  const misused: readonly (readonly [args: readonly string[], words: RegExp])[] = [
    [[], /has credentials for no provider/],
    [['demo-note'], /no provider demo-note\. Did you mean demo-notes\?/],
    [['demo-notes/none'], /There is no connection "none"/],
    [['a', 'b'], /one connection/],
    [['--base-url', 'https://a.example'], /needs the provider/],
  ];
  for (const [args, words] of misused) {
    it(`explains "diagnose ${args.join(' ')}"`, async () => {
      const { code, out, err } = await workplace().run(['diagnose', ...args], {});
      assert.equal(code, 2);
      assert.match(out + err, words);
    });
  }
});
