import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HttpRequest } from '../../src/core/http';
import type { SnippetLanguageId } from '../../src/core/portable/snippets/snippetLanguages';
import { writeSnippet } from '../../src/core/portable/snippets/writeSnippet';
import { fileOf, multipart } from '../unit/core/portable/snippets/multipartRequest';
import { type Echo, startEcho } from './echo';
import { type CodeRunner, modules, python, type RunnerSetting, runnerOf } from './runCode';

/** How a machine runs the code of a language, and whether this one does; what Node runs is always run. */
const runners: readonly {
  readonly language: SnippetLanguageId;
  readonly file: string;
  readonly setting: RunnerSetting;
  readonly isHere: () => boolean;
  /** What goes around it, where it is no program by itself. */
  readonly program?: (code: string) => string;
  /** Of a language that takes its time to start: some of the requests. */
  readonly only?: RegExp;
}[] = [
  { language: 'curl', file: 'snippet.sh', setting: { command: ['bash'] }, isHere: () => answers('curl', '--version') },
  { language: 'fetch', file: 'fetch.mjs', setting: modules, isHere: () => true },
  { language: 'node-fetch', file: 'nodeFetch.mjs', setting: modules, isHere: () => true },
  {
    language: 'python',
    file: 'snippet.py',
    setting: python,
    isHere: () => answers('python3', '-c', 'import requests'),
  },
  {
    language: 'java',
    file: 'Snippet.java',
    setting: { command: ['java'] },
    isHere: () => answers('java', '--list-modules'),
    program: (code) => code.replace(/\n\n/, `\n\n${javaHead}`).concat('}}\n'),
    only: /^(hostile values|files and texts)$/,
  },
  { language: 'php', file: 'snippet.php', setting: { command: ['php'] }, isHere: () => answers('php', '--version') },
  { language: 'go', file: 'snippet.go', setting: { command: ['go', 'run'] }, isHere: () => answers('go', 'version') },
];
const javaHead = 'public class Snippet { public static void main(String[] a) throws Exception {\n';

/** What a shell, a template, a format or a parser would take for something else. */
const hostile = [
  `it's "quoted" \\ and \\n`,
  'line\nline\r\nline\ttab',
  '@/etc/hostname',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code of other languages.
  '$HOME ${HOME} $(id) `id` %HOME% #{x} {$x} {{x}}',
  'Hello! !1 \\! é 文 🖋 \u2028 \u0085 \u0001 \u007f',
  `<<EOF\nEOF\n"""\n'''\n*/ ?> </script>`,
  'esignmark0xbody',
  `$1 + $& $\` $' $$ data=payload payload = [`,
];

const json = { accept: 'application/json', 'content-type': 'application/json' };
const post = { method: 'POST', headers: { ...json, authorization: 'Bearer a.b-c' } } as const;
const at = 'https://a.example/v2/documents/a%2Fb%20c/x';

const requests: readonly (readonly [title: string, request: HttpRequest])[] = [
  ['no body', { method: 'GET', url: `${at}?a=1&b=it%27s%20%24HOME&c=%E6%96%87&a=2`, headers: json, body: undefined }],
  ['DELETE', { method: 'DELETE', url: at, headers: { authorization: 'Basic eDp5' }, body: undefined }],
  ['a POST without body', { method: 'POST', url: at, headers: { accept: '*/*' }, body: undefined }],
  ['PUT', { ...post, method: 'PUT', url: at, body: { text: '{"a":{"b":[1,true,null,"c",{}],"content-type":[]}}' } }],
  ['hostile values', { ...post, url: at, body: { text: JSON.stringify({ hostile, ...namedBy(hostile) }) } }],
  ['names that mean more', { ...post, url: at, body: { text: '{"__proto__":{"a":1},"constructor":2,"":3}' } }],
  [
    'digits and spaces as they were written',
    { ...post, url: at, body: { text: '{ "big": 12345678901234567890, "one": 1.0, "a": 1, "a": 2, "u": "\\u00e9" }' } },
  ],
  ['fractions', { ...post, url: at, body: { text: '{"a":0.1,"b":1e+21,"c":-0.0000001}' } }],
  ['a list', { ...post, url: at, body: { text: '[1,"a"]' } }],
  ['a text', { ...post, url: at, body: { text: '"a"' } }],
  [
    'a form',
    {
      method: 'PATCH',
      url: at,
      headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' },
      body: { text: `${new URLSearchParams(hostile.map((text, index): [string, string] => [`n${index}`, text]))}` },
    },
  ],
];

const bytes = new TextEncoder().encode('%PDF-1.7 \u00e9');
const files: readonly (readonly [title: string, request: HttpRequest])[] = [
  ['files and texts', multipart({ ...namedBy(hostile, 'text'), file: '' }, { file: fileOf(`a 'b' é.pdf`, bytes) })],
  ['an address that reads like code', { ...multipart({ a: '1' }, {}), url: `${at}?data=payload` }],
  ['a file between texts', multipart({ a: '1', file: '', b: '2' }, { file: fileOf('b.pdf', bytes) })],
  [
    'content that stands in the request',
    multipart({ file: '' }, { file: { ...fileOf('c.pdf', bytes), path: undefined } }),
  ],
];

describe('Code that was copied sends the same request', function () {
  this.timeout(60_000);
  let echo: Echo;
  let folder: string;

  before(async () => {
    echo = await startEcho();
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-code-'));
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
    for (const name of [`a 'b' é.pdf`, 'b.pdf']) writeFileSync(path.join(folder, name), bytes);
  });

  after(async () => {
    await echo.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const { language, file, setting, isHere, program = asItIs, only = /./ } of runners) {
    describe(`in ${language}`, () => {
      let runner: CodeRunner | undefined;
      let written = 0;

      before(function () {
        if (!isHere()) this.skip();
        const secrets = { ESIGN_TOKEN: 'tok-1', ESIGN_PASSWORD: 'pass-word' };
        runner = runnerOf(setting, folder, { ...process.env, ...secrets, HOME: folder, NO_PROXY: '*' });
      });

      after(() => runner?.stop());

      for (const [title, request] of [...requests, ...files].filter(([name]) => only.test(name))) {
        it(title, () => check({ ...request, url: request.url.replace('https://a.example', echo.origin) }));
      }

      it('with secrets from the environment', () => {
        const body = (secret: string) => ({ text: JSON.stringify({ user: 'a', password: secret }) });
        const asked = { ...post, url: `${echo.origin}/oauth2/token` };
        const authorization = 'Bearer ‹secret:authorization›';
        const masked = { ...asked, headers: { ...post.headers, authorization }, body: body('‹secret:/body/password›') };
        const headers = { ...post.headers, authorization: 'Bearer tok-1' };
        return check(masked, { ...asked, headers, body: body('pass-word') });
      });

      async function check(request: HttpRequest, sent = request): Promise<void> {
        const code = await writeSnippet(language, request);
        const fresh = setting.host === undefined ? file : `${written++}-${file}`;
        writeFileSync(path.join(folder, fresh), program(code));
        await echo.expect(sent, async () => runner?.run(fresh), code);
      }
    });
  }
});

function asItIs(code: string): string {
  return code;
}

function namedBy(texts: readonly string[], prefix = ''): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [prefix === '' ? text : `${prefix}${index}`, text]));
}

function answers(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}
