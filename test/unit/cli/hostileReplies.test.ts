import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { foreignWords } from '../foreignWords';
import {
  answer,
  answerJson,
  breakOff,
  gzipped,
  type HostileServer,
  hangUp,
  type Mode,
  note,
  page,
  raw,
  startHostileServer,
} from './hostileServer';
import { createNote, openWorkplace, type Workplace } from './workplace';

/** `answer`, what came in its place, or the kind of a failure of the network. */
type Seen = string;

interface Row {
  readonly mode: Mode;
  readonly get: readonly [code: number, seen: Seen];
  /** As for GET, where it is left out. */
  readonly post?: readonly [code: number, seen: Seen];
  /** Of what is printed. */
  readonly says: RegExp;
  /** Whether a call that changes something may have done so. */
  readonly unsure?: true;
}

const json = { 'content-type': 'application/json' };
const known = { id: 'n1', text: 'hello', copies: 1 };

const rows: Readonly<Record<string, Row>> = {
  'as documented': { mode: answerJson(200, note), get: [0, 'answer'], says: /"hello"/ },
  'without a type': { mode: answer(200, {}, note), get: [0, 'answer'], says: /"hello"/ },
  compressed: { mode: gzipped(note), get: [0, 'answer'], says: /"hello"/ },
  'no reason phrase': {
    mode: raw(
      `HTTP/1.1 200\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${note.length}\r\n\r\n${note}`,
    ),
    get: [0, 'answer'],
    says: /"hello"/,
  },
  'several results, of which some failed': {
    mode: answerJson(207, { ...known, code: 'full', message: 'Only 3 notes are possible' }),
    get: [1, 'answer'],
    says: /It is full\./,
  },
  'a file': {
    mode: answer(200, { 'content-type': 'application/pdf' }, '%PDF-1.7 and more'),
    get: [1, 'notJson'],
    says: /no text: it is not printed, and nothing keeps it\.[\s\S]*is binary data[\s\S]*Next: Check the base URL/,
  },
  'another 2xx': { mode: answerJson(202, note), get: [0, 'answer'], says: /Status 202 is not documented/ },
  'more keys': { mode: answerJson(200, { ...known, more: 1 }), get: [0, 'answer'], says: /"more"/ },
  'another type': {
    mode: answerJson(200, { ...known, copies: '1' }),
    get: [0, 'answer'],
    says: /at \/copies: text, where a number is documented\./,
  },
  'a key less': {
    mode: answerJson(200, { id: 'n1', copies: 1 }),
    get: [0, 'answer'],
    says: /at \/text: missing\./,
  },
  'a login page': {
    mode: page(200, 'Sign&nbsp;in &amp; more'),
    get: [1, 'page'],
    says: /A page came, not the API’s answer\n {2}A page titled “Sign in & more” came, probably of a proxy or a login\./,
  },
  'a page as JSON': {
    mode: answer(200, json, '<html><body>no title</body></html>'),
    get: [1, 'page'],
    says: /without a title/,
  },
  'queued by somebody': {
    mode: answerJson(202, { status: 'queued' }),
    get: [1, 'otherShape'],
    says: /an object with "status"/,
    unsure: true,
  },
  'an error inside of 200': {
    mode: answerJson(200, { code: 'full', message: 'Only 3 notes are possible' }),
    get: [1, 'answer'],
    says: /It is full\./,
  },
  'a list': { mode: answerJson(200, []), get: [1, 'otherShape'], says: /The body is a list/, unsure: true },
  null: { mode: answerJson(200, 'null'), get: [1, 'otherShape'], says: /The body is null/, unsure: true },
  nothing: { mode: answer(200, {}, ''), get: [1, 'empty'], says: /The reply is empty/, unsure: true },
  'nothing, and says so': { mode: answer(204, {}, ''), get: [1, 'empty'], says: /The reply is empty/, unsure: true },
  text: { mode: answer(200, { 'content-type': 'text/plain' }, 'OK'), get: [1, 'notJson'], says: /The body is text/ },
  'half of the JSON': {
    mode: answer(200, json, note.slice(0, 20)),
    get: [1, 'cutOff'],
    says: /The reply is cut off/,
    unsure: true,
  },
  'broken JSON': { mode: answer(200, json, '{"id":,}'), get: [1, 'notJson'], says: /The body is broken JSON/ },
  'a comment before': {
    mode: answer(200, json, `<!-- cached -->${note}`),
    get: [1, 'wrapped'],
    says: /something before the JSON/,
    unsure: true,
  },
  'a prefix of BSON': {
    mode: answer(200, json, `\u0010\u0002${note}`),
    get: [1, 'wrapped'],
    says: /something before the JSON/,
    unsure: true,
  },
  'a comment behind': {
    mode: answer(200, json, `${note}<!-- 12 ms -->`),
    get: [1, 'wrapped'],
    says: /something after the JSON/,
    unsure: true,
  },
  'a closed connection': {
    mode: breakOff({ 'content-length': '100' }, '{"id":"n1",'),
    get: [1, 'cutOff'],
    says: /\{"id":"n1",/,
    unsure: true,
  },
  'no last chunk': { mode: breakOff({}, note), get: [1, 'cutOff'], says: /The reply is cut off/, unsure: true },
  'no gzip': {
    mode: answer(200, { ...json, 'content-encoding': 'gzip' }, note),
    get: [1, 'damaged'],
    says: /The reply is damaged/,
    unsure: true,
  },
  'half of a gzip': {
    mode: answer(200, { ...json, 'content-encoding': 'gzip' }, zlib.gzipSync(note.repeat(99)).subarray(0, 40)),
    get: [1, 'cutOff'],
    says: /The reply is cut off/,
    unsure: true,
  },
  'zstd, which nobody asked for': {
    mode: answer(200, { ...json, 'content-encoding': 'zstd' }, Buffer.from('28b52ffd2425290100', 'hex')),
    get: [1, 'packed'],
    says: /The reply cannot be unpacked\n {2}Its body is packed as “zstd”/,
    unsure: true,
  },
  'packed words': {
    mode: answer(200, { ...json, 'content-encoding': 'GZIP, compress' }, 'abc'),
    get: [1, 'packed'],
    says: /packed as “gzip, compress”/,
    unsure: true,
  },
  'JSON that claims to be packed': {
    mode: answer(200, { ...json, 'content-encoding': 'utf-8' }, note),
    get: [0, 'answer'],
    says: /"hello"/,
  },
  'a page that claims to be packed': {
    mode: page(200, 'Sign in', { 'content-encoding': 'none' }),
    get: [1, 'page'],
    says: /A page titled “Sign in”/,
  },
  'a gateway’s 400': {
    mode: page(400, '400 Bad Request'),
    get: [1, 'page'],
    says: /gateway in front of the API refused/,
  },
  'a firewall’s 403': {
    mode: page(403, '403 Forbidden'),
    get: [1, 'page'],
    says: /firewall or gateway[\s\S]*“403 Forbidden”/,
  },
  'a web server’s 404': { mode: page(404, '404 Not Found'), get: [1, 'page'], says: /no API at this address/ },
  'a gateway’s 413': { mode: page(413, 'Too Large'), get: [1, 'page'], says: /too large for a gateway/ },
  'a 502': { mode: page(502, '502 Bad Gateway'), get: [1, 'page'], says: /got no answer from the API/, unsure: true },
  'a 504': { mode: answer(504, {}, ''), get: [1, 'empty'], says: /did not answer the gateway in time/, unsure: true },
  'a 503 with a time': {
    mode: page(503, 'maintenance', { 'retry-after': 'Wed, 01 Jan 2200 10:00:00 GMT' }),
    get: [1, 'page'],
    says: /Try again at Wed, 01 Jan 2200 10:00:00 GMT \(in \d+ days\)/,
  },
  'a 429 as text': {
    mode: page(429, 'slow down', { 'retry-after': '37' }),
    get: [1, 'page'],
    says: /Too many requests[\s\S]*Try again in 37 seconds/,
  },
  'a 429 of the API': {
    mode: answerJson(
      429,
      { message: 'Slow down' },
      { 'retry-after': '240', 'x-ratelimit-limit': '30', 'x-ratelimit-remaining': '0' },
    ),
    get: [1, 'answer'],
    says: /30 requests are allowed, 0 are left[\s\S]*Try again in 4 minutes/,
  },
  'a 403 of the API': {
    mode: answerJson(403, { code: 'x', message: 'Not yours' }),
    get: [1, 'answer'],
    says: /Not yours/,
  },
  'a 400 without a word': { mode: answer(400, {}, ''), get: [1, 'answer'], says: /Refused with 400, without a word/ },
  'an error of another API': {
    mode: answerJson(400, { type: 'about:blank', title: 'Bad Request' }),
    get: [1, 'otherShape'],
    says: /not how this API tells errors/,
  },
  'an error as XML': {
    mode: answer(500, { 'content-type': 'application/xml' }, '<?xml version="1.0"?><Error/>'),
    get: [1, 'notJson'],
    says: /The body is XML/,
    unsure: true,
  },
  'a redirect to a login': {
    mode: answer(302, { location: 'https://login.example.com/sso' }, ''),
    get: [1, 'redirect'],
    says: /It names https:\/\/login\.example\.com\/sso, and nothing was sent there/,
  },
  'several addresses to choose from': {
    mode: answer(300, { location: 'https://elsewhere.example/v2' }, ''),
    get: [1, 'choices'],
    says: /offers several addresses to choose from/,
  },
  'nothing new': { mode: answer(304, {}, ''), get: [1, 'notModified'], says: /A cache answered, not the API/ },
  'a proxy to use': {
    mode: answer(305, { location: 'http://proxy.example' }, ''),
    get: [1, 'useProxy'],
    says: /wants the request to come through a proxy/,
  },
  'a status that is not used': { mode: answer(306, {}, ''), get: [1, 'unusedStatus'], says: /306 has no meaning/ },
  'a status of no standard': { mode: answer(399, {}, ''), get: [1, 'unusedStatus'], says: /399 has no meaning/ },
  'a proxy with a sign-in': {
    mode: answer(407, { 'proxy-authenticate': 'Basic' }, ''),
    get: [1, 'proxySignIn'],
    says: /A proxy asks to sign in\n[\s\S]*the API did not see the request\.\n[\s\S]*those of the API are not the cause/,
  },
  'a proxy that speaks as the API does': {
    mode: answerJson(407, { code: 'x', message: 'Not yours' }),
    get: [1, 'proxySignIn'],
    says: /A proxy asks to sign in/,
  },
  'a network with a sign-in': {
    mode: page(511, 'Welcome'),
    get: [1, 'proxySignIn'],
    says: /The network asks to sign in/,
  },
  'a time that has passed': {
    mode: answer(503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' }, ''),
    get: [1, 'empty'],
    says: /Try again now: the server named Thu, 01 Jan 2026 00:00:00 GMT, which has passed\./,
  },
  'errors beside what was asked for': {
    mode: answerJson(200, { ...known, errors: [{ code: 17, message: 'Half of it' }] }),
    get: [0, 'answer'],
    says: /Note: The reply also holds errors: \[\{"code":17,"message":"Half of it"\}\]\./,
  },
  'a redirect without a target': { mode: answer(302, {}, ''), get: [1, 'redirect'], says: /does not say which/ },
  'a closed door': { mode: hangUp, get: [3, 'brokenOff'], says: /was reached, and no reply came/, unsure: true },
  'no HTTP': {
    mode: raw('SSH-2.0-OpenSSH_9.6\r\n'),
    get: [3, 'malformedReply'],
    says: /something that is no HTTP/,
    unsure: true,
  },
  'too deep': {
    mode: answerJson(200, `{"id":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    get: [1, 'tooDeep'],
    says: /nested hundreds of levels/,
    unsure: true,
  },
};

describe('replies that are not what they seem, on the command line', () => {
  let workplace: Workplace;
  let server: HostileServer;
  before(async () => {
    workplace = await openWorkplace();
    server = await startHostileServer(Object.fromEntries(Object.entries(rows).map(([name, { mode }]) => [name, mode])));
    workplace.write('post.esign.json', createNote);
    workplace.write('get.esign.json', {
      operation: 'demo-notes/get-note',
      connection: 'emulator',
      path: { note_id: 'n1' },
    });
  });
  after(async () => {
    await server.close();
    await workplace.close();
  });

  for (const [name, row] of Object.entries(rows)) {
    for (const method of ['get', 'post'] as const) {
      const [code, seen] = (method === 'post' ? row.post : undefined) ?? row.get;
      it(`${name}, ${method}: ${seen}`, async () => {
        const args = ['send', `${method}.esign.json`, '--base-url', `${server.origin}/${encodeURIComponent(name)}`];
        const env = { ESIGN_DEMO_NOTES_TOKEN: 'demo-token' };
        const [text, printed] = [await workplace.run(args, env), await workplace.run([...args, '--json'], env)];
        assert.equal(text.code, code, `${text.out}${text.err}`);
        assert.equal(printed.code, code);
        const report = JSON.parse(printed.out);
        assert.equal(seenIn(report), seen, printed.out);
        assert.match(`${text.out}${text.err}`, row.says);
        assert.doesNotMatch(`${text.out}${text.err}`, /cannot be reached/);
        assert.doesNotMatch(
          text.err + JSON.stringify([report.explanations, report.problem, report.verdict]),
          foreignWords,
        );
        const isUnsure = row.unsure === true && method === 'post';
        assert.equal(/may have taken effect/.test(text.out + text.err), isUnsure, text.out + text.err);
        assert.equal(report.lookWith, isUnsure ? 'demo-notes/get-note' : null);
        if (code !== 0) assert.deepEqual(report.links, []);
      });
    }
  }
});

function seenIn(report: {
  readonly verdict: { readonly isAnswer: boolean; readonly what?: string } | null;
  readonly problem: { readonly failure: { readonly kind: string } } | null;
}): Seen {
  if (report.verdict === null) return report.problem?.failure.kind ?? 'nothing';
  return report.verdict.isAnswer ? 'answer' : (report.verdict.what ?? '');
}
