import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { client, useWorkplace } from './workplace';

const scenario = (steps: string, inputs = '{}') => `arazzo: 1.0.1
info: {title: T, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
  - {name: emulator, url: 'esign:emulator'}
workflows:
  - workflowId: notes
    inputs: ${inputs}
    steps:
${steps}`;

const create = `      - stepId: make
        operationId: $sourceDescriptions.api.create-note
        parameters: [{name: note_id, in: path, value: new}]
        requestBody: {payload: {text: hello, copies: 1}}
        successCriteria: [{condition: $statusCode == 201}]
        outputs: {id: $response.body#/id}
`;
const read = `      - stepId: read
        operationId: $sourceDescriptions.api.get-note
        parameters: [{name: note_id, in: path, value: $steps.make.outputs.id}]
        successCriteria:
          - condition: $statusCode == 200
          - condition: $response.body#/text == 'hello'
`;
const wrong = read.replace("'hello'", "'bye'");
const sign = `      - stepId: sign
        operationId: $sourceDescriptions.emulator.sign
        requestBody: {payload: {document: first, as: bo, action: finish}}
        successCriteria: [{condition: $response.body#/state == 'used'}]
`;
const apiOnly = (text: string) => text.replace("  - {name: emulator, url: 'esign:emulator'}\n", '');

describe('esign run', () => {
  const place = useWorkplace();

  it('that is stopped before anything ran has not held', async () => {
    const file = place().write('a.arazzo.yaml', scenario(create));
    const { code, out } = await place().run(['run', file, '--emulator'], {}, AbortSignal.abort());
    assert.match(out, /Not started/);
    assert.equal(code, 1);
  });

  it('runs on an emulator of its own, and says what held', async () => {
    const file = place().write('a.arazzo.yaml', scenario(create + read + sign));
    const { code, out } = await place().run(['run', file, '--emulator', '--json']);
    const report = JSON.parse(out) as { workflows: { steps: { durationMs: unknown }[] }[] };
    for (const workflow of report.workflows) for (const step of workflow.steps) step.durationMs = 0;
    const check = (condition: string, actual: unknown) => ({ condition, passed: true, actual });
    assert.deepEqual(report, {
      passed: 1,
      failed: 0,
      workflows: [
        {
          file,
          workflowId: 'notes',
          outcome: 'passed',
          steps: [
            { stepId: 'make', outcome: 'passed', durationMs: 0, checks: [check('$statusCode == 201', 201)] },
            {
              stepId: 'read',
              outcome: 'passed',
              durationMs: 0,
              checks: [check('$statusCode == 200', 200), check("$response.body#/text == 'hello'", 'hello')],
            },
            {
              stepId: 'sign',
              outcome: 'passed',
              durationMs: 0,
              checks: [check("$response.body#/state == 'used'", 'used')],
            },
          ],
        },
      ],
    });
    assert.equal(code, 0);
  });

  it('says what did not hold, where, and what was found', async () => {
    const file = place().write('a.arazzo.yaml', scenario(create + wrong + sign));
    const { code, out } = await place().run(['run', file, '--emulator']);
    assert.equal(code, 1);
    assert.match(out, /Expected \$response\.body#\/text == 'bye', found "hello" \(line 21\)/);
    assert.match(out, /- sign/);
    assert.match(out, /0 passed, 1 failed/);
  });

  it('prints several reports at once', async () => {
    const file = place().write('a.arazzo.yaml', scenario(create + wrong));
    const summary = path.join(place().folder, 'summary.md');
    const args = [
      'run',
      file,
      '--emulator',
      '--reporter',
      'spec',
      '--reporter',
      'github',
      '--reporter',
      'junit',
      '--reporter',
      'json=r.json',
      '--out',
      'j.xml',
    ];
    const { out } = await place().run(args, { GITHUB_STEP_SUMMARY: summary });
    const title = 'title=notes › read::';
    assert.ok(
      out.includes(
        `::error file=a.arazzo.yaml,line=21,${title}Expected $response.body#/text == 'bye', found "hello" (line 21)`,
      ),
      out,
    );
    const files = ['j.xml', 'r.json', 'summary.md'].map((name) =>
      readFileSync(path.join(place().folder, name), 'utf8'),
    );
    const [junit = '', json = '', markdown = ''] = files;
    assert.match(junit, /<testsuite name="notes"[^>]* tests="2" failures="1" errors="0" skipped="0"/);
    assert.match(junit, /<testcase name="read"[^>]*>\s*<failure message="Expected/);
    assert.doesNotMatch(junit, /\.mjs|node:internal/);
    assert.equal((JSON.parse(json) as { failed: number }).failed, 1);
    assert.match(markdown, /\| ❌ failed \| notes \| a\.arazzo\.yaml \|/);
  });

  it('begins no line with what the name of a file holds, which may read as a command of a pipeline', async function () {
    if (process.platform === 'win32') this.skip();
    const good = place().write('x\n::error ::a.arazzo.yaml', scenario(create));
    const broken = place().write('y\n::error ::b.arazzo.yaml', 'arazzo: 1.0.1\n');
    const texts = await Promise.all([
      place().run(['run', good, '--emulator']),
      place().run(['run', broken, '--emulator']),
      place().run(['validate', good]),
      place().run(['validate', broken]),
    ]);
    for (const { out } of texts) {
      assert.doesNotMatch(out, /^\s*::/m);
      assert.match(out, /[xy]\\u000a::error ::/);
    }
  });

  it('says what to write where a description is of another API', async () => {
    const paths = { '/pets': { get: { operationId: 'pets', responses: { 200: { description: 'ok' } } } } };
    const info = { title: 'Pets', version: '1' };
    place().write('pets.openapi.json', JSON.stringify({ openapi: '3.1.0', info, paths }));
    const text = scenario(create).replace('esign:demo-notes', './pets.openapi.json');
    const { code, out } = await place().run(['run', place().write('a.arazzo.yaml', text), '--emulator']);
    assert.equal(code, 2);
    assert.match(out, /^error {2}a\.arazzo\.yaml:\d+:\d+ {2}\.\/pets\.openapi\.json describes none .* Write esign: /m);
  });

  it('leaves out no workflow of those that only lead to each other', async () => {
    const leading = (to: string) => `${create}        onFailure: [{name: g, type: goto, workflowId: ${to}}]\n`;
    const other = `  - workflowId: other\n    steps:\n${leading('notes')}`;
    const file = place().write('a.arazzo.yaml', scenario(leading('other') + other));
    const { code, out } = await place().run(['run', file, '--emulator']);
    assert.match(out, /^notes {2}a\.arazzo\.yaml:\d+\n {2}✓ make.*\n\n1 passed\n$/);
    assert.equal(code, 0);
  });

  it('makes the folders of reports, and says why one cannot be written, before anything is sent', async () => {
    const file = place().write('a.arazzo.yaml', scenario(create));
    const made = await place().run(['run', file, '--emulator', '--reporter', 'junit=reports/unit/j.xml']);
    assert.equal(made.code, 0, made.err);
    assert.match(readFileSync(path.join(place().folder, 'reports', 'unit', 'j.xml'), 'utf8'), /<testsuites/);
    const refused: readonly (readonly [file: string, said: string])[] = [
      ['reports', 'It is a folder.'],
      ['a.arazzo.yaml/j.xml', 'There is no such folder.'],
      ...(process.platform === 'win32' ? [] : [['/dev/null', 'It is no regular file.'] as const]),
    ];
    for (const [to, said] of refused) {
      const { code, out, err } = await place().run(['run', file, '--emulator', '--reporter', `junit=${to}`]);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.startsWith(`No report can be written to ${to}: ${said}`), err);
    }
    const summary = { GITHUB_STEP_SUMMARY: place().folder };
    const late = await place().run(['run', file, '--emulator', '--reporter', 'github'], summary);
    assert.deepEqual(
      [late.code, late.err],
      [2, 'The report was not written to GITHUB_STEP_SUMMARY: It is a folder.\n'],
    );
  });

  it('says that the time of a workflow is over, which is a failure of the workflow', async () => {
    const waiting = wrong
      .replace('$steps.make.outputs.id', 'first')
      .concat('        onFailure: [{name: again, type: retry, retryAfter: 200, retryLimit: 9}]\n');
    const file = place().write('a.arazzo.yaml', scenario(waiting));
    const { code, out } = await place().run(['run', file, '--emulator', '--timeout', '1']);
    assert.equal(code, 1, out.slice(-2000));
    assert.match(out, /The time of the workflow is over\n.*It may take 1 s/);
  });

  it('uses a connection that is given, with the credentials of the environment', async () => {
    const file = place().write('a.arazzo.yaml', apiOnly(scenario(create + read)));
    const { code, out } = await place().run(['run', file, '--base-url', place().baseUrl], client);
    assert.equal(code, 0, out);
    const nobody = await place().run(['run', file, '--base-url', place().baseUrl]);
    assert.equal(nobody.code, 3);
    assert.match(nobody.out, /No credentials/);
    const nowhere = await place().run(['run', file], client);
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.out, /Add --emulator, --connection ID or --base-url URL/);
  });

  it('asks once before anything of a live account, and sends nothing without an answer', async () => {
    const file = place().write('a.arazzo.yaml', apiOnly(scenario(create + read)));
    const { code, out } = await place().run(['run', file, '--base-url', 'https://api.example.invalid'], client);
    assert.equal(code, 4);
    assert.match(out, /Run the scenario 'notes'/);
    assert.match(out, /belongs to no known environment/);
  });

  it('asks before a workflow that only runs another one as well', async () => {
    const outer = `workflows:
  - workflowId: outer
    steps: [{stepId: go, workflowId: notes}]`;
    const file = place().write('a.arazzo.yaml', apiOnly(scenario(create + read)).replace('workflows:', outer));
    const { code, out } = await place().run(['run', file, '--base-url', 'https://api.example.invalid'], client);
    assert.equal(code, 4);
    assert.match(out, /Run the scenario 'outer'/);
    assert.doesNotMatch(out, /go\/make/);
  });

  it('does what only an emulator can on nothing else, and sends nothing', async () => {
    const file = place().write('a.arazzo.yaml', scenario(create + sign));
    for (const args of [
      ['--base-url', 'https://api.example.invalid', '--yes'],
      ['--base-url', 'http://127.0.0.1:9'],
    ]) {
      const { code, out } = await place().run(['run', file, ...args], client);
      assert.equal(code, 2, out);
      assert.match(out, /"notes" runs on the emulator only/);
    }
  });

  it('takes inputs from options, a file and the environment, and prints no secret ones', async () => {
    const inputs =
      '{type: object, required: [text, copies, key], properties: {text: {type: string}, copies: {type: integer}, key: {type: string, format: password}}}';
    const steps = create
      .replace('hello', '$inputs.text')
      .replace('copies: 1', 'copies: $inputs.copies')
      .replace('[{condition: $statusCode == 201}]', '[{condition: $inputs.key == $response.body#/text}]');
    const file = place().write('a.arazzo.yaml', scenario(steps, inputs));
    place().write('in.json', { copies: 2, text: 'no' });
    const args = ['run', file, '--emulator', '--input', 'text=hi', '--inputs', 'in.json', '--json'];
    const { code, out } = await place().run(args, { ESIGN_INPUT_KEY: 'open-sesame-42' });
    assert.equal(code, 1, out);
    assert.match(out, /"\$response.body#\/text": "hi"/);
    assert.doesNotMatch(out, /open-sesame/);
    const without = await place().run(args);
    assert.equal(without.code, 2);
    assert.match(without.out, /needs the input \\"key\\"/);
    const { out: said } = await place().run(['run', file, '--emulator']);
    assert.match(said, /Give them with --input NAME=VALUE or --inputs FILE/);
  });

  it('takes inputs that nobody gave from the variables of the folder, those of the connection first', async () => {
    const inputs =
      '{type: object, required: [text, copies], properties: {text: {type: string}, copies: {type: integer}, apiKey: {type: string, default: none}}}';
    const steps = create
      .replace('hello', '$inputs.text')
      .replace('copies: 1', 'copies: $inputs.copies')
      .replace(
        '[{condition: $statusCode == 201}]',
        "[{condition: $response.body#/text == 'hi'}, {condition: $inputs.apiKey == 'none'}]",
      );
    const file = place().write('a.arazzo.yaml', scenario(steps, inputs));
    place().write('esign.env.json', { text: 'no', copies: 2, apiKey: 'sesame', emulator: { text: 'hi' } });
    const { code, out, err } = await place().run(['run', file, '--emulator']);
    assert.equal(code, 0, out);
    assert.match(err, /^esign\.env\.json: "apiKey" looks like a secret/);
    const given = await place().run(['run', file, '--emulator', '--input', 'text=bye']);
    assert.equal(given.code, 1, given.out);
  });

  it('runs workflows of other files, and says where in those something failed', async () => {
    place().write('steps/notes.arazzo.yaml', apiOnly(scenario(create + wrong)));
    const outer = `arazzo: 1.0.1
info: {title: T, version: '1'}
sourceDescriptions:
  - {name: inner, url: steps/notes.arazzo.yaml, type: arazzo}
workflows:
  - workflowId: outer
    steps: [{stepId: go, workflowId: $sourceDescriptions.inner.notes}]
`;
    const file = place().write('main.arazzo.yaml', outer);
    const { code, out } = await place().run(['run', file, '--emulator', '--reporter', 'github']);
    assert.equal(code, 1, out);
    assert.match(out, /::error file=steps\/notes\.arazzo\.yaml,line=20,title=outer › go\/read::/);
    place().write('steps/notes.arazzo.yaml', apiOnly(scenario(create + read)));
    const right = await place().run(['run', file, '--emulator']);
    assert.equal(right.code, 0, right.out);
  });

  it('runs those that others depend on first, which name each other as their own file does', async () => {
    const inner = apiOnly(scenario(create)).replace(
      '    steps:',
      '    outputs: {id: $steps.make.outputs.id}\n    steps:',
    );
    const after = `  - workflowId: after
    dependsOn: [notes]
    steps:
${read.replace('$steps.make.outputs.id', '$workflows.notes.outputs.id')}`;
    place().write('inner.arazzo.yaml', inner + after);
    const file = place().write(
      'outer.arazzo.yaml',
      apiOnly(scenario(read.replace('$steps.make.outputs.id', 'new')))
        .replace('workflows:', '  - {name: inner, url: inner.arazzo.yaml, type: arazzo}\nworkflows:')
        .replace('    inputs: {}', '    dependsOn: [$sourceDescriptions.inner.after]'),
    );
    const { code, out } = await place().run(['run', file, '--emulator', '--json']);
    assert.equal(code, 0, out);
    const { workflows } = JSON.parse(out) as { workflows: readonly { file: string; workflowId: string }[] };
    assert.deepEqual(
      workflows.map((one) => [one.workflowId, one.file]),
      [
        ['inner.notes', 'inner.arazzo.yaml'],
        ['inner.after', 'inner.arazzo.yaml'],
        ['notes', 'outer.arazzo.yaml'],
      ],
    );
  });

  it('says of inputs that the file itself gives that it gives them', async () => {
    const outer = (given: string) =>
      scenario(create, '{type: object, required: [key], properties: {key: {type: integer}}}').replace(
        'workflows:',
        `workflows:\n  - {workflowId: outer, steps: [{stepId: go, workflowId: notes${given}}]}`,
      );
    const missing = await place().run(['run', place().write('a.arazzo.yaml', outer('')), '--emulator']);
    assert.equal(missing.code, 2);
    assert.match(missing.err + missing.out, /The input "key" of the workflow "notes" is needed: give it in parameters/);
    const odd = outer(', parameters: [{name: key, value: x}]');
    const { code, out } = await place().run(['run', place().write('a.arazzo.yaml', odd), '--emulator']);
    assert.notEqual(code, 0);
    assert.match(out, /Look at what runs the workflow in the file/);
    assert.doesNotMatch(out, /--input/);
  });

  it('runs folders and patterns, many times and at the same time, each workflow afresh', async () => {
    place().write('a.arazzo.yaml', scenario(create + sign));
    place().write(
      'b.arazzo.json',
      JSON.stringify({
        arazzo: '1.0.1',
        info: { title: 'T', version: '1' },
        sourceDescriptions: [{ name: 'api', url: 'esign:demo-notes' }],
        workflows: [{ workflowId: 'list', steps: [{ stepId: 'all', operationId: 'list-notes' }] }],
      }),
    );
    const folder = await place().run(['run', '.', '--emulator', '--repeat', '3', '--parallel', '2', '--json']);
    assert.equal(folder.code, 0, folder.out);
    assert.equal((JSON.parse(folder.out) as { passed: number }).passed, 6);
    const pattern = await place().run(['run', '*.arazzo.{yaml,json}', '--emulator']);
    assert.match(pattern.out, /2 passed/);
  });

  it('starts nothing after a failure with --bail', async () => {
    place().write('a.arazzo.yaml', scenario(create + wrong));
    place().write('b.arazzo.yaml', scenario(create + read));
    const { code, out } = await place().run(['run', '.', '--emulator', '--bail']);
    assert.equal(code, 1);
    assert.match(out, /0 passed, 1 failed, 1 skipped/);
  });

  it('runs nothing when a file is not valid, and says so with its line', async () => {
    place().write('a.arazzo.yaml', scenario(create + read));
    place().write('b.arazzo.yaml', scenario(create.replace('create-note', 'creat-note')));
    const { code, out } = await place().run(['run', '.', '--emulator', '--json']);
    assert.equal(code, 2);
    const { workflows, issues } = JSON.parse(out) as {
      workflows: unknown[];
      issues: { file: string; line: number; message: string }[];
    };
    assert.deepEqual(workflows, []);
    assert.deepEqual(
      issues.map(({ file, line }) => [file, line]),
      [['b.arazzo.yaml', 11]],
    );
    assert.ok(issues[0]?.message.includes('Did you mean "create-note"?'));
  });

  const misuses: readonly (readonly [args: readonly string[], said: string])[] = [
    [['run'], 'Name the scenario files'],
    [['run', 'none.arazzo.yaml'], 'There is no scenario at "none.arazzo.yaml".'],
    [['run', 'a.arazzo.yaml', '--workflow', 'x'], 'There is no workflow "x". There is notes.'],
    [['run', 'a.arazzo.yaml', '--emulator', '--connection', 'x'], '--emulator brings its own connection'],
    [['run', 'a.arazzo.yaml', '--reporter', 'junt'], 'Did you mean junit?'],
    [['run', 'a.arazzo.yaml', '--reporter', 'junit', '--reporter', 'spec'], 'cannot share the standard output'],
    [['run', 'a.arazzo.yaml', '--out', 'a', '--out', 'b'], 'more --out than reporters'],
    [
      ['run', 'a.arazzo.yaml', '--reporter', 'junit=out/a.xml', '--reporter', 'json', '--out', './out/a.xml'],
      'junit and json would write over each other in out/a.xml: give each a file of its own.',
    ],
    [['run', 'a.arazzo.yaml', '--parallel', '0'], '--parallel must be a number from 1 to 100'],
    [['run', 'a.arazzo.yaml', '--input', 'x'], '--input needs a name and a value'],
    [['run', 'a.arazzo.yaml', '--emulator', '--input', 'nobody=1'], 'No workflow has an input "nobody".'],
    [['run', 'a.arazzo.yaml', '--inputs', 'none.json'], 'There is no such file.'],
  ];
  for (const [args, said] of misuses) {
    it(`tells that "esign ${args.join(' ')}" cannot be meant`, async () => {
      place().write('a.arazzo.yaml', scenario(create));
      const { code, err } = await place().run(args);
      assert.equal(code, 2);
      assert.ok(err.includes(said), err);
    });
  }
});

describe('esign validate', () => {
  const place = useWorkplace();

  it('checks scenarios as well, and sends nothing', async () => {
    const good = place().write('a.arazzo.yaml', scenario(create + read));
    const bad = place().write('b.arazzo.yaml', scenario(create.replace('copies: 1', 'copies: 0')));
    const tabs = place().write('c.arazzo.yaml', 'a: 1\n\tb: 2');
    assert.equal((await place().run(['validate', good])).code, 0);
    const { code, out } = await place().run(['validate', bad]);
    assert.equal(code, 1);
    assert.match(out, /error {2}line 13, column \d+/);
    assert.equal((await place().run(['validate', tabs])).code, 2);
  });
});
