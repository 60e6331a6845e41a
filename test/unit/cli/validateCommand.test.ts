import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { client, createNote, useWorkplace } from './workplace';

/** An output of a step is named without `outputs`, which is warned of. */
const scenario = `arazzo: 1.0.1
info: { title: Notes, version: 1.0.0 }
sourceDescriptions: [{ name: demo-notes, url: "esign:demo-notes", type: openapi }]
workflows:
  - workflowId: made
    steps:
      - stepId: make
        operationId: $sourceDescriptions.demo-notes.create-note
        parameters: [{ name: note_id, in: path, value: new }]
        requestBody: { contentType: application/json, payload: { text: Hello, copies: 1 } }
        outputs: { id: $response.body#/id }
    outputs: { id: $steps.make.id }
`;

describe('esign validate', () => {
  const workplace = useWorkplace();

  interface Row {
    readonly name: string;
    readonly content: unknown;
    readonly code: number;
    readonly issues: readonly (readonly [path: string, code: string, severity: string])[];
  }
  const rows: readonly Row[] = [
    { name: 'a valid file', content: createNote, code: 0, issues: [] },
    {
      name: 'a warning',
      content: { ...createNote, body: { text: 'hey!', copies: 1 } },
      code: 0,
      issues: [['/body/text', 'shouting', 'warning']],
    },
    {
      name: 'a connection that is not there',
      content: { ...createNote, connection: 'demo-notes-emulator' },
      code: 0,
      issues: [['/connection', 'unknown_connection', 'warning']],
    },
    {
      name: 'a file that is missing',
      content: { operation: 'demo-notes/upload-file', connection: 'production', body: { file: 'gone.pdf' } },
      code: 1,
      issues: [['/body/file', 'unreadable_file', 'error']],
    },
    {
      name: 'a PDF that is none',
      content: {
        operation: 'demo-notes/upload-file',
        connection: 'production',
        body: { file: 'data:application/pdf,hello' },
      },
      code: 0,
      issues: [['/body/file', 'not_a_pdf', 'warning']],
    },
    {
      name: 'missing and wrong values',
      content: { ...createNote, path: {}, body: { copies: 0 } },
      code: 1,
      issues: [
        ['/path/note_id', 'required', 'error'],
        ['/body/text', 'required', 'error'],
        ['/body/copies', 'too_small', 'error'],
      ],
    },
    {
      name: 'an unknown operation',
      content: { ...createNote, operation: 'demo-notes/x' },
      code: 1,
      issues: [['/operation', 'unknown_operation', 'error']],
    },
    {
      name: 'an unknown provider',
      content: { ...createNote, operation: '__proto__/x' },
      code: 1,
      issues: [['/operation', 'unknown_operation', 'error']],
    },
    { name: 'a file that is not JSON', content: '{"operation":', code: 2, issues: [['', 'unreadable', 'error']] },
    {
      name: 'a request without operation and connection',
      content: { body: {}, path: [] },
      code: 1,
      issues: [
        ['/operation', 'required', 'error'],
        ['/connection', 'required', 'error'],
        ['/path', 'invalid_type', 'error'],
      ],
    },
    { name: 'a file that is no request', content: [], code: 2, issues: [['', 'unreadable', 'error']] },
  ];
  for (const row of rows) {
    it(row.name, () => check(row));
  }

  const takenFiles = ['there.pdf', './there.pdf', 'data:application/pdf;base64,JVBERi0='];
  const refusedFiles = [
    'gone.pdf',
    '',
    ' ',
    'folder',
    'folder/',
    '../there.pdf',
    '/there.pdf',
    'file:there.pdf',
    'pipe',
  ];
  for (const file of [...takenFiles, ...refusedFiles, 'data:a/b;name=50%;base64,AAAA']) {
    const isTaken = takenFiles.includes(file);
    it(`${isTaken ? 'takes' : 'refuses'} the file ${JSON.stringify(file)}, as sending does`, async () => {
      writeFileSync(path.join(workplace().folder, 'there.pdf'), '%PDF-1.7 %%EOF');
      mkdirSync(path.join(workplace().folder, 'folder'));
      execFileSync('mkfifo', [path.join(workplace().folder, 'pipe')]);
      const content = { operation: 'demo-notes/upload-file', connection: 'emulator', body: { file } };
      const name = workplace().write('upload.esign.json', content);
      const validated = await workplace().run(['validate', name]);
      const sent = await workplace().run(['send', name, '--base-url', workplace().baseUrl], client);
      assert.deepEqual([validated.code, sent.code], isTaken ? [0, 0] : [1, 2], `${validated.out}${sent.err}`);
    });
  }

  it('several files, one of them missing', async () => {
    workplace().write('good.esign.json', createNote);
    const { code, out } = await workplace().run(['validate', 'good.esign.json', 'gone.esign.json', '--json']);
    assert.equal(code, 2);
    assert.deepEqual(JSON.parse(out), {
      valid: false,
      issues: [
        {
          file: 'gone.esign.json',
          path: '',
          code: 'unreadable',
          message: 'There is no such file.',
          severity: 'error',
        },
      ],
    });
  });

  it('says how to mend what is wrong', async () => {
    const file = workplace().write('bad.esign.json', { ...createNote, body: { text: 7, copies: 1 } });
    assert.match((await workplace().run(['validate', file])).out, /7 is a number; write "7"\. Mend: write "7"\.\n/);
    const { out } = await workplace().run(['validate', file, '--json']);
    assert.deepEqual(JSON.parse(out).issues[0].mend, {
      title: 'Write "7"',
      edits: [{ kind: 'set', pointer: '/body/text', value: '7' }],
    });
  });

  it('says which operation may be meant', async () => {
    const file = workplace().write('bad.esign.json', { ...createNote, operation: 'demo-nots/create-note' });
    const { out } = await workplace().run(['validate', file]);
    assert.match(out, /There is no operation "demo-nots\/create-note"\. Did you mean demo-notes\/create-note/);
  });

  it('prints for reading', async () => {
    workplace().write('good.esign.json', createNote);
    workplace().write('bad.esign.json', { ...createNote, body: { text: 'a' } });
    const { out } = await workplace().run(['validate', 'good.esign.json', 'bad.esign.json']);
    assert.match(
      out,
      /^good\.esign\.json: valid\nbad\.esign\.json:\n {2}error {2}line \d+, column \d+ {2}\/body\/copies {2}\S/,
    );
  });

  it('says where, and what to write', async () => {
    const start = '{\n  "operation": "demo-notes/create-note", "connection": "emulator",\n';
    workplace().write(
      'twice.esign.json',
      `${start}  "path": { "note_id": "new" },\n  "body": { "text": "a", "copies": 1, "copies": 2 }\n}`,
    );
    workplace().write('almost.esign.json', `${start}  "body": { "copies": {{copies}} }\n}`);
    const twice = await workplace().run(['validate', 'twice.esign.json']);
    assert.match(twice.out, /error {2}line 4, column 39 {2}\/body\/copies {2}"copies" stands more than once/);
    assert.equal(twice.code, 1);
    const almost = await workplace().run(['validate', 'almost.esign.json']);
    assert.match(almost.out, /error {2}line 3, column 23 {2}Write "\{\{copies\}\}" in quotes/);
    assert.equal(almost.code, 2);
    const sent = await workplace().run(['send', 'almost.esign.json', '--base-url', workplace().baseUrl]);
    assert.match(sent.err, /Line 3, column 23: Write "\{\{copies\}\}" in quotes/);
    assert.equal(sent.code, 2);
  });

  const said = /is read as \$steps\.make\.outputs\.id/;
  const broken = scenario.replace('steps:', 'stepz:');
  const scenarios: readonly (readonly [name: string, text: string, validated: number, run: number, said: RegExp])[] = [
    ['journey.yaml', scenario, 0, 0, said],
    ['journey.YML', scenario, 0, 0, said],
    ['broken.yaml', broken, 1, 2, /"stepz"/],
  ];
  for (const [name, text, validated, ran, words] of scenarios) {
    it(`reads ${name} as a scenario, as running does`, async () => {
      writeFileSync(path.join(workplace().folder, name), text);
      const results = [
        await workplace().run(['validate', name]),
        await workplace().run(['validate', name, '--fix']),
        await workplace().run(['run', name, '--emulator']),
      ];
      assert.deepEqual(
        results.map(({ code }) => code),
        [validated, validated, ran],
      );
      for (const { out, err } of results) assert.match(out + err, words);
    });
  }

  it('refuses what is no file in UTF-8, and waits for no pipe', async () => {
    const pipe = path.join(workplace().folder, 'pipe.esign.json');
    execFileSync('mkfifo', [pipe]);
    mkdirSync(path.join(workplace().folder, 'folder.esign.json'));
    symlinkSync('loop.esign.json', path.join(workplace().folder, 'loop.esign.json'));
    writeFileSync(path.join(workplace().folder, 'latin.esign.json'), Buffer.from('{"a":"J\u00fcrgen"}', 'latin1'));
    const under = path.join('latin.esign.json', 'a.esign.json');
    const files = ['pipe.esign.json', 'folder.esign.json', 'latin.esign.json', 'loop.esign.json', under];
    const { out, code } = await workplace().run(['validate', ...files, '--json']);
    const said = (JSON.parse(out) as { issues: { message: string }[] }).issues.map(({ message }) => message);
    assert.deepEqual(said, [
      'It is no regular file.',
      'It is a folder.',
      'The file is not UTF-8, but apparently ISO-8859-1 or Windows-1252. Save it as UTF-8.',
      'It is a link that leads back to itself.',
      'There is no such file.',
    ]);
    assert.equal(code, 2);
  });

  async function check({ content, code, issues }: Row): Promise<void> {
    const file = workplace().write('request.esign.json', content);
    const result = await workplace().run(['validate', file, '--json']);
    const report = JSON.parse(result.out) as { valid: boolean; issues: Record<string, string>[] };
    assert.deepEqual(
      report.issues.map(({ path: pointer, code: issue, severity }) => [pointer, issue, severity]),
      issues,
    );
    assert.ok(report.issues.every((issue) => issue['file'] === file && issue['message'] !== ''));
    assert.deepEqual([result.code, report.valid], [code, code === 0]);
  }
});
