import assert from 'node:assert/strict';
import { client, createNote, useWorkplace } from './workplace';

describe('esign send', () => {
  const workplace = useWorkplace();

  interface Row {
    readonly name: string;
    readonly content?: unknown;
    readonly args?: readonly string[];
    readonly env?: Record<string, string>;
    readonly code: number;
    readonly kind: string;
    readonly next: RegExp;
  }
  const rows: readonly Row[] = [
    {
      name: 'a file that is no JSON',
      content: '{',
      code: 2,
      kind: 'unreadableRequest',
      next: /name of the file and its JSON/,
    },
    {
      name: 'an unknown operation',
      content: { ...createNote, operation: 'demo-notes/x' },
      code: 2,
      kind: 'unknownOperation',
      next: /esign operations/,
    },
    {
      name: 'invalid values',
      content: { ...createNote, body: {} },
      args: ['--connection', 'production'],
      code: 2,
      kind: 'invalidRequest',
      next: /Nothing was sent/,
    },
    {
      name: 'the emulator without an address',
      code: 3,
      kind: 'emulatorStopped',
      next: /Run "esign emulator".*--base-url or ESIGN_DEMO_NOTES_BASE_URL/,
    },
    {
      name: 'an unknown connection',
      args: ['--connection', 'test'],
      code: 2,
      kind: 'unknownConnection',
      next: /Name one of emulator, production with --connection/,
    },
    {
      name: 'an address that is none',
      args: ['--base-url', 'ftp://x'],
      code: 2,
      kind: 'invalidBaseUrl',
      next: /https:/,
    },
    {
      name: 'an address that ends with a blank',
      args: ['--base-url', 'https://api.example.com '],
      code: 2,
      kind: 'invalidBaseUrl',
      next: /https:/,
    },
    {
      name: 'a path prefix that leads to another host',
      args: ['--connection', 'production'],
      env: { ...client, ESIGN_DEMO_NOTES_PATH_PREFIX: '.evil.example/x' },
      code: 2,
      kind: 'invalidPathPrefix',
      next: /such as \/api/,
    },
    {
      name: 'an ID that leads to another address',
      content: { ...createNote, path: { note_id: '..' } },
      args: ['--connection', 'production'],
      code: 2,
      kind: 'invalidRequest',
      next: /Nothing was sent/,
    },
    {
      name: 'missing credentials',
      args: ['--connection', 'production'],
      env: {},
      code: 3,
      kind: 'missingCredentials',
      next: /^Set ESIGN_DEMO_NOTES_CLIENT_ID, ESIGN_DEMO_NOTES_CLIENT_SECRET; or ESIGN_DEMO_NOTES_TOKEN\.$/,
    },
    {
      name: 'no server',
      args: ['--base-url', 'http://127.0.0.1:1'],
      code: 3,
      kind: 'noReply',
      next: /Check that the server runs/,
    },
    {
      name: 'an unknown variable',
      content: { ...createNote, body: { text: '{{title}}', copies: 1 } },
      args: ['--connection', 'production'],
      code: 2,
      kind: 'unknownVariable',
      next: /^Add --var title=…, or write the value itself\.$/,
    },
    {
      name: 'a misspelled operation',
      content: { ...createNote, operation: 'demo-notes/create-nota' },
      code: 2,
      kind: 'unknownOperation',
      next: /^Did you mean demo-notes\/create-note or/,
    },
    ...[
      ['with a scheme in front', 'Bearer tok-0123456789'],
      ['in quotes', '"tok-0123456789"'],
      ['that is a placeholder', '<token>'],
      ['of two lines', 'tok-012\n3456789'],
    ].map(([name, token = '']) => ({
      name: `a token ${name}`,
      args: ['--connection', 'production'],
      env: { ESIGN_DEMO_NOTES_TOKEN: token },
      code: 2,
      kind: 'malformedCredential',
      next: /^Nothing was sent\. Set ESIGN_DEMO_NOTES_TOKEN again\.$/,
    })),
  ];
  for (const row of rows) {
    it(`says what to do about ${row.name}`, () => check(row));
  }

  it('names the variables that are missing', async () => {
    workplace().write('request.esign.json', createNote);
    const env = { ESIGN_DEMO_NOTES_CLIENT_ID: 'demo-client' };
    const { out } = await workplace().run(
      ['send', 'request.esign.json', '--base-url', workplace().baseUrl, '--json'],
      env,
    );
    assert.deepEqual(JSON.parse(out).problem.names, ['ESIGN_DEMO_NOTES_CLIENT_SECRET']);
  });

  it('says that the token was refused', async () => {
    workplace().write('request.esign.json', createNote);
    const env = { ...client, ESIGN_DEMO_NOTES_CLIENT_SECRET: 'wrong-secret' };
    const { code, out, err } = await workplace().run(
      ['send', 'request.esign.json', '--base-url', workplace().baseUrl],
      env,
    );
    assert.deepEqual([code, out], [3, '']);
    assert.match(
      err,
      /No access token\n {2}The token call was answered with 401: Bad token\. It is unauthorized\.\n {2}Next: Mend/,
    );
    assert.doesNotMatch(err, /wrong-secret/);
  });

  it('can be cancelled', async () => {
    workplace().write('request.esign.json', createNote);
    const args = ['send', 'request.esign.json', '--base-url', workplace().baseUrl, '--json'];
    const { code, out } = await workplace().run(args, client, AbortSignal.abort());
    assert.deepEqual([code, JSON.parse(out).problem.failure], [3, { kind: 'cancelled' }]);
  });

  async function check({ content = createNote, args = [], env = client, code, kind, next }: Row): Promise<void> {
    workplace().write('request.esign.json', content);
    const result = await workplace().run(['send', 'request.esign.json', '--json', ...args], env);
    const { problem, reply, links } = JSON.parse(result.out);
    assert.deepEqual([result.code, problem.kind, reply, links], [code, kind, null, []]);
    assert.match(problem.nextStep, next);
    const text = await workplace().run(['send', 'request.esign.json', ...args], env);
    assert.deepEqual([text.code, text.out], [code, '']);
    assert.ok(text.err.includes(problem.title) && text.err.includes(problem.nextStep));
  }
});
