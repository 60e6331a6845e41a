import assert from 'node:assert/strict';
import { diagnose } from '../../../../src/core/diagnosis/diagnose';
import { type DiagnosisStep, diagnosisSteps, type NetworkLook } from '../../../../src/core/diagnosis/diagnosis';
import { diagnosisText } from '../../../../src/core/diagnosis/diagnosisText';
import type { HttpFailure, HttpOutcome, HttpRequest } from '../../../../src/core/http';
import type { Provider } from '../../../../src/core/provider';
import type { DoorPorts } from '../../../../src/core/sending/ports';
import { editorRemarks, type NetworkSettings, proxySource } from '../../../../src/vscode/sending/network/editorRemarks';
import { jsonReply, parcel, parcelConnection, testPorts } from '../sending/parcelProvider';

const chain = [
  {
    subject: 'api.parcel.example',
    issuer: 'Example CA',
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2126-01-01T00:00:00.000Z',
    names: ['api.parcel.example'],
  },
];
const open: NetworkLook = { address: '192.0.2.7', protocol: 'TLSv1.3', chain };
const proxy = { proxy: 'http://proxy.example:3128', source: 'HTTPS_PROXY' };

const date = { date: new Date(1_000_000).toUTCString() };
const token = () => jsonReply(200, { access_token: 'tok-0123456789', expires_in: 60 }, date);
const answers = { 'POST /token': token, 'GET /api/parcels': () => jsonReply(200, [], date) };
type Answers = Readonly<Record<string, (request: HttpRequest) => HttpOutcome>>;

interface Row {
  readonly says: string;
  readonly look?: NetworkLook;
  readonly answers?: Answers;
  readonly ports?: Partial<DoorPorts>;
  readonly provider?: Provider;
  /** `-` not needed, `.` not reached, `+` passed, `!` warned, `x` failed: name, connect, proxy, tls, clock, token, call. */
  readonly steps: string;
  readonly words: RegExp;
}

const fails = (failure: HttpFailure, more: NetworkLook = {}): NetworkLook => ({ ...more, failure });

const rows: readonly Row[] = [
  { says: 'that all is well', steps: '++-++++', words: /It works\.$/m },
  {
    says: 'the way through a proxy',
    look: { ...open, proxy },
    steps: '+++++++',
    words: /http:\/\/proxy\.example:3128/,
  },
  {
    says: 'an unknown name',
    look: fails({ kind: 'unreachable', code: 'ENOTFOUND', detail: 'The host name is not known' }),
    steps: 'x......',
    words: /What failed: Host name[\s\S]*Check the host name/,
  },
  {
    says: 'an unknown name of the proxy',
    look: fails({ kind: 'proxyFailed', ...proxy, fault: 'unreachable', code: 'ENOTFOUND', detail: 'not known' }),
    steps: 'x......',
    words: /HTTPS_PROXY/,
  },
  {
    says: 'that nothing listens',
    look: fails({ kind: 'unreachable', code: 'ECONNREFUSED', detail: 'Nothing listens' }, { address: '192.0.2.7' }),
    steps: '+x.....',
    words: /api\.parcel\.example is 192\.0\.2\.7/,
  },
  {
    says: 'a proxy that refuses',
    look: fails({ kind: 'proxyFailed', ...proxy, fault: 'refused', status: 407, detail: 'asks' }, { proxy }),
    steps: '++x....',
    words: /user name and password where it is named: HTTPS_PROXY/,
  },
  {
    says: 'a certificate that is not trusted, with its chain',
    look: fails({ kind: 'untrustedCertificate', code: 'SELF_SIGNED_CERT_IN_CHAIN', detail: 'not known' }, { chain }),
    steps: '++-x...',
    words: /"caFile"[\s\S]*api\.parcel\.example, issued by Example CA, valid 2026-01-01 to 2126-01-01/,
  },
  {
    says: 'a certificate that ends soon',
    look: { ...open, chain: chain.map((one) => ({ ...one, validTo: '1970-01-02T00:00:00.000Z' })) },
    steps: '++-!+++',
    words: /ends on 1970-01-02/,
  },
  {
    says: 'that a client certificate is wanted, which only the call tells',
    answers: {
      ...answers,
      'POST /token': () => ({
        kind: 'failed',
        failure: {
          kind: 'clientCertificate',
          code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
          detail: 'None was shown',
        },
      }),
    },
    steps: '++-x...',
    words: /asks for a client certificate/,
  },
  {
    says: 'a clock that is wrong',
    answers: {
      ...answers,
      'POST /token': () =>
        jsonReply(200, { access_token: 'tok-0123456789', expires_in: 60 }, { date: new Date(1_600_000).toUTCString() }),
    },
    steps: '++-+!++',
    words: /10 min 0 s behind the server/,
  },
  {
    says: 'credentials that are missing',
    ports: { credentials: async () => ({ kind: 'missing', names: ['PARCEL_KEY'] }) },
    steps: '++-+.x.',
    words: /PARCEL_KEY/,
  },
  {
    says: 'a token that is refused, in the words of the API’s documentation, without secrets',
    answers: {
      ...answers,
      'POST /token': () => jsonReply(404, { errors: [{ code: 18, message: 'No such parcel' }] }, date),
    },
    steps: '++-++x.',
    words: /The id is unknown[\s\S]*Check the id/,
  },
  {
    says: 'a call that is refused although the token came',
    answers: {
      ...answers,
      'GET /api/parcels': ({ headers }) =>
        jsonReply(403, { errors: [{ message: `not with ${headers['authorization']}` }] }, date),
    },
    steps: '++-+++x',
    words: /administrator/,
  },
  {
    says: 'a page in the place of the API',
    answers: {
      ...answers,
      'GET /api/parcels': () => ({
        kind: 'replied',
        reply: {
          status: 200,
          statusText: '',
          headers: { 'content-type': 'text/html', ...date },
          bytes: Buffer.from('<html><title>Sign in</title></html>'),
          durationMs: 1,
        },
      }),
    },
    steps: '++-+++x',
    words: /What failed: Call/,
  },
  {
    says: 'the token alone where there is no call to try',
    provider: (({ cheapestCall: _none, ...rest }) => rest)(parcel),
    steps: '++-+++-',
    words: /needs no ID/,
  },
  {
    says: 'a file of certificates that cannot be used',
    ports: { readTls: async () => ({ kind: 'unusable', file: '/ca.pem', reason: 'there is no such file' }) },
    steps: '...x...',
    words: /\/ca\.pem: there is no such file/,
  },
];

const signs = { passed: '+', warned: '!', failed: 'x', notNeeded: '-', notReached: '.' } as const;

describe('diagnosis', () => {
  for (const { says, look = open, answers: given = answers, ports = {}, provider = parcel, steps, words } of rows) {
    it(`says ${says}`, async () => {
      const sending = testPorts(given, ports);
      const connection =
        ports.readTls === undefined ? parcelConnection : { ...parcelConnection, tls: { caFile: '/ca.pem' } };
      const diagnosis = await diagnose({ provider, connection }, { sending, look: async () => look });
      assert.deepEqual(
        diagnosis.steps.map(({ id }) => id),
        diagnosisSteps,
      );
      assert.equal(diagnosis.steps.map(({ verdict }: DiagnosisStep) => signs[verdict]).join(''), steps);
      const text = diagnosisText(diagnosis);
      assert.match(text, words);
      assert.doesNotMatch(text + JSON.stringify(diagnosis), /0123456789/);
      for (const step of diagnosis.steps) {
        assert.ok(step.detail.length > 0);
        assert.equal(step.nextStep !== undefined, step.verdict === 'failed' || step.verdict === 'warned', step.id);
      }
    });
  }

  const settings = { proxy: '', proxySupport: 'override', proxyStrictSSL: true, env: {} };
  const guarded = 'http://ann:secret-0123456789@proxy.example:3128';
  const remarks: readonly (readonly [says: string, set: Partial<NetworkSettings>, steps: string, words: RegExp])[] = [
    ['nothing of what is as usual', {}, '++-++++', /It works\.$/m],
    [
      'that http.proxyStrictSSL has no effect',
      { proxyStrictSSL: false },
      '++-++++',
      /✓ Certificate: .*"http\.proxyStrictSSL" of VS Code is off, and has no effect here: certificates are checked/,
    ],
    [
      'that NODE_TLS_REJECT_UNAUTHORIZED has no effect',
      { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
      '++-++++',
      /✓ Certificate: .*NODE_TLS_REJECT_UNAUTHORIZED=0 has no effect/,
    ],
    [
      'that a password stands in http.proxy',
      { proxy: guarded },
      '++!++++',
      /look at: Proxy\.[\s\S]*! Proxy: .*in a plain file[\s\S]*→ Run “Move Proxy Credentials/,
    ],
    [
      'that http.proxy is not used',
      { proxy: guarded, proxySupport: 'off' },
      '++-++++',
      /"http\.proxySupport".* is off/,
    ],
    ['that http.proxy is none', { proxy: 'ann:secret-0123456789@proxy.example' }, '++!++++', /VS Code can use/],
    ['nothing of a plain http.proxy', { proxy: 'http://proxy.example:3128' }, '++-++++', /It works\.$/m],
  ];
  for (const [says, set, steps, words] of remarks) {
    it(`says ${says}, of the editor`, async () => {
      const told = () => editorRemarks({ ...settings, ...set });
      const ports = { sending: testPorts(answers), look: async () => open, remarks: told };
      const diagnosis = await diagnose({ provider: parcel, connection: parcelConnection }, ports);
      assert.equal(diagnosis.steps.map(({ verdict }) => signs[verdict]).join(''), steps);
      assert.match(diagnosisText(diagnosis), words);
      assert.doesNotMatch(JSON.stringify(diagnosis), /0123456789/);
      const here = { ...parcelConnection, baseUrl: 'http://127.0.0.1:1', hosts: { login: 'http://127.0.0.1:1' } };
      const local = await diagnose({ provider: parcel, connection: here }, ports);
      assert.ok(local.steps.every(({ detail }) => !/VS Code|NODE_TLS/.test(detail)));
    });
  }

  it('says of certificates that are not trusted what has no effect on that', async () => {
    const look = async () => fails({ kind: 'untrustedCertificate', code: 'X', detail: 'Its authority is not known' });
    const told = () => editorRemarks({ ...settings, proxyStrictSSL: false });
    const ports = { sending: testPorts(answers), look, remarks: told };
    const text = diagnosisText(await diagnose({ provider: parcel, connection: parcelConnection }, ports));
    assert.match(
      text,
      /✗ Certificate: .*"http\.proxyStrictSSL" of VS Code is off, and has no effect[\s\S]*→ .*"caFile"/,
    );
  });

  const sources: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['http://a.example', { HTTPS_PROXY: 'http://b.example' }, /"http\.proxy"/],
    ['', { HTTP_PROXY: 'http://b.example', https_proxy: 'http://c.example' }, /^https_proxy$/],
    ['', {}, /system.*PAC/],
  ];
  for (const [named, env, source] of sources) {
    it(`names ${source.source} as what names a proxy in the editor`, () => {
      assert.match(proxySource({ proxy: named, env }), source);
    });
  }

  it('looks at every host that it will call', async () => {
    const seen: string[] = [];
    const look = async (origin: string) => {
      seen.push(origin);
      return open;
    };
    await diagnose({ provider: parcel, connection: parcelConnection }, { sending: testPorts(answers), look });
    assert.deepEqual(seen, ['https://api.parcel.example', 'https://login.parcel.example']);
  });

  it('sends nothing but readings, and keeps the token for what comes after', async () => {
    const sending = testPorts(answers, { ask: async () => assert.fail('nobody clicked') });
    for (let count = 0; count < 2; count++) {
      await diagnose({ provider: parcel, connection: parcelConnection }, { sending, look: async () => open });
    }
    const calls = sending.sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
    assert.deepEqual(calls, ['POST /token', 'GET /api/parcels', 'GET /api/parcels']);
  });
});
