import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import type { HttpRequest } from '../../src/core/http';
import { toCurl } from '../../src/core/portable/snippets/curl';
import { maskerOf } from '../../src/core/secrets/masker';
import { maskRequest } from '../../src/core/secrets/maskRequest';
import { fileOf, multipart } from '../unit/core/portable/snippets/multipartRequest';
import { runs } from '../unit/fixtures/runs';
import { type Echo, startEcho } from './echo';

const hasCurl = spawnSync('curl', ['--version']).status === 0 && spawnSync('bash', ['--version']).status === 0;

/** What would be read as something else by a shell, by curl, or in a form. */
const odd = [
  '@/etc/hostname',
  '<',
  '@',
  ';type=a/b',
  ';filename=x',
  '%',
  '%41',
  '$(id)',
  '`id`',
  '$HOME',
  "'",
  '"',
  '\\',
];
const odder = [
  '\n',
  '\r\n',
  '\t',
  '[',
  ']',
  '{a,b}',
  '=',
  '&',
  '+',
  ' ',
  '!',
  '#',
  '-',
  '--',
  ',',
  'é',
  '文',
  '🖋',
  '\u2028',
];
const character = fc.oneof(
  fc.constantFrom(...odd, ...odder),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
);
const value = fc.string({ unit: character, maxLength: 12 });
/** Whatever a name such as "key" holds is masked, and fast-check is fond of that one. */
const name = value.filter((text) => !/key/i.test(text));
const valueWithNul = fc.string({ unit: fc.oneof(character, fc.constant('\0')), maxLength: 8 });
const nameWithNul = valueWithNul.filter((text) => !/key/i.test(text));
const fileName = value
  .map((name) => name.replace(/[/\0]/g, '_'))
  .filter((name) => name.trim() !== '' && Buffer.byteLength(name) < 200 && !/^\.*$/.test(name));

describe('Copy as cURL sends exactly the same request', function () {
  // Each run starts a shell and its programs, which takes its time on a busy machine.
  this.timeout(60_000);
  let echo: Echo | undefined;
  let folder: string;
  let origin: string;

  before(async function () {
    if (!hasCurl && process.env['CI'] === undefined) this.skip();
    assert.ok(hasCurl, 'These tests run the commands: they need curl and bash.');
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-curl-'));
    echo = await startEcho();
    origin = echo.origin;
  });

  after(async () => {
    await echo?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it('as JSON', () =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(name, value), async (body) => {
        await checkText('application/json', JSON.stringify(body, undefined, 1));
      }),
      { numRuns: runs(3) },
    ));

  it('as a form, with a query', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value)), value, async (pairs, query) => {
        const text = new URLSearchParams(pairs).toString();
        await checkText('application/x-www-form-urlencoded', text, `/form?${new URLSearchParams({ query })}`);
      }),
      { numRuns: runs(3) },
    ));

  it('as multipart, with files', () =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(name, value), fileName, fc.uint8Array(), async (texts, name, bytes) => {
        writeFileSync(path.join(folder, name), bytes);
        await check(multipart({ ...texts, file: '' }, { file: fileOf(name, bytes) }));
        rmSync(path.join(folder, name));
      }),
      { numRuns: runs(3) },
    ));

  it('as multipart, with content that stands in the request', () =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(nameWithNul, valueWithNul), value, fc.uint8Array(), async (texts, name, bytes) => {
        writeFileSync(path.join(folder, 'beside.pdf'), 'beside');
        const files = { content: { ...fileOf(name, bytes), path: undefined }, beside: fileOf('beside.pdf', beside) };
        await check(multipart({ ...texts, content: '', beside: '' }, files));
      }),
      { numRuns: runs(3) },
    ));

  const large = `it's 'large' ${'€\n'.repeat(100_000)}`;
  it('of any size, as JSON', () => checkText('application/json', JSON.stringify({ large })));
  it('of any size, as text', () => checkText('text/plain', large));
  it('of any size, as multipart', () => check(multipart({ large, small: '@a' }, {})));
  it('without final newline, and with several', async () => {
    for (const end of ['', '\n', '\n\n', '\\']) await checkText('text/plain', `${'x'.repeat(150_000)}${end}`);
  });
  it('with a large file', async () => {
    const bytes = Buffer.alloc(2_000_000, '\xff\0a', 'latin1');
    writeFileSync(path.join(folder, 'large.pdf'), bytes);
    await check(multipart({ file: '' }, { file: fileOf('large.pdf', bytes) }));
  });
  it('without body or parts', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      await check({ method, url: `${origin}/a/%2e%2e/[1]?x={a,b}`, headers: { accept: '*/*' }, body: undefined });
    }
    await check(multipart({}, {}));
    await checkText('application/json', '');
  });

  function checkText(contentType: string, text: string, target = '/json'): Promise<void> {
    const headers = { accept: 'application/json', 'content-type': contentType, 'x-empty': '' };
    return check({ method: 'POST', url: `${origin}${target}`, headers, body: { text } });
  }

  async function check(request: HttpRequest): Promise<void> {
    const sent = { ...request, url: request.url.replace('https://a.example', origin) };
    const command = toCurl(maskRequest(sent, { path: '' }, maskerOf([], undefined)));
    await echo?.expect(sent, () => run(command), command.slice(0, 2000));
  }

  /** Through standard input: the command itself is longer than an argument may be. No settings of this machine apply. */
  async function run(command: string): Promise<void> {
    const options = { cwd: folder, env: { ...process.env, CURL_HOME: folder, HOME: folder }, maxBuffer: 1 << 24 };
    const running = promisify(execFile)('bash', ['-s'], options);
    running.child.stdin?.end(`${command.replace(/(^|\n)curl /, '$1curl -sS ')}\n`);
    const { stderr } = await running;
    assert.equal(stderr, '', command);
  }
});

const beside = new TextEncoder().encode('beside');
