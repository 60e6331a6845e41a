import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { addressesOf, requestsOf } from '../providers/exports/artilleryScript';
import { playExport, playground } from '../providers/exports/playExport';
import { recordCalls } from '../providers/exports/recordCalls';
import { silentAt } from '../unit/cli/silentServer';
import { client, useWorkplace } from '../unit/cli/workplace';

const document = (workflows: string) => `arazzo: 1.0.1
info: {title: Notes, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
  - {name: emulator, url: 'esign:emulator'}
workflows:
${workflows}`;

const workflow = (id: string, steps: string, more = '') => `  - workflowId: ${id}
${more}    steps:
${steps}`;

const make = (id: string, note: string, more = '') => `      - stepId: ${id}
        operationId: $sourceDescriptions.api.create-note
        parameters: [{name: note_id, in: path, value: ${note}}]
        requestBody: {payload: {text: hello, copies: 1}}
        outputs: {id: $response.body#/id, text: $response.body#/text}
${more}`;

const read = (id: string, note: string, more = '') => `      - stepId: ${id}
        operationId: $sourceDescriptions.api.get-note
        parameters: [{name: note_id, in: path, value: ${note}}]
${more}`;

const called = (id: string, workflowId: string, note: string) => `      - stepId: ${id}
        workflowId: ${workflowId}
        parameters: [{name: note, value: ${note}}]
        outputs: {text: $outputs.text}
`;

const renew = (token: string) => `      - stepId: renew
        operationId: $sourceDescriptions.api.refresh-token
        requestBody: {contentType: application/x-www-form-urlencoded, payload: {grant_type: refresh, refresh_token: ${token}}}
`;

const anyInput = '    inputs: {type: object, properties: {note: {type: string}}}\n    outputs: {text: $inputs.note}\n';
const noteInput = '    inputs: {type: object, properties: {note: {type: string, default: new}}}\n';

/** An address of a live account, written in ways that programs read as the same. */
const liveSpellings: readonly (readonly [address: string, said: RegExp])[] = [
  ...[
    'https://api.demo.example',
    'HTTPS://API.demo.example:443/v1',
    'http://api.demo.example',
    'https://api.demo.example.',
  ].map((address) => [address, /ESIGN_DEMO_NOTES_BASE_URL is a live account/] as const),
  ...[
    'https://me@api.demo.example',
    'https:/api.demo.example',
    'https:\\\\api.demo.example',
    'https://api%2edemo.example',
  ].map((address) => [address, /ESIGN_DEMO_NOTES_BASE_URL is no plain address/] as const),
];

const mended = `        onSuccess: [{name: over, type: end}]
        onFailure: [{name: mend, type: retry, stepId: make, retryLimit: 2}]
`;

/** Scenarios with all that sends a run elsewhere. */
const journeys: Readonly<Record<string, { readonly text: string; readonly linear: boolean }>> = {
  'a workflow that runs another one': {
    linear: true,
    text: document(
      workflow('outer', called('inner', 'made', '$inputs.note') + read('seen', '$inputs.note'), noteInput) +
        workflow('made', make('make', '$inputs.note'), `${noteInput}    outputs: {text: $steps.make.outputs.text}\n`),
    ),
  },
  'a workflow that depends on another one': {
    linear: true,
    text: document(
      workflow('second', read('seen', '$workflows.first.outputs.id'), '    dependsOn: [first]\n') +
        workflow('first', make('make', 'new'), '    outputs: {id: $steps.make.outputs.id}\n'),
    ),
  },
  'a step that is made good and tried again': {
    linear: false,
    text: document(workflow('main', read('seen', 'new', mended) + make('make', 'new'))),
  },
  'a step that goes on elsewhere': {
    linear: false,
    text: document(
      workflow(
        'main',
        read('missing', 'nowhere', '        onFailure: [{name: on, type: goto, stepId: make}]\n') +
          read('never', 'nowhere') +
          make('make', 'new'),
      ),
    ),
  },
};

describe('esign export', () => {
  const place = useWorkplace();
  let folder = '';
  before(() => {
    folder = playground();
  });
  after(() => rmSync(folder, { recursive: true }));

  async function recorded(play: (env: Record<string, string>) => Promise<{ code: number; output: string }>) {
    await fetch(`${place().baseUrl}/__emulator/reset`, { method: 'POST', headers: { 'x-esign-emulator': '1' } });
    const recorder = await recordCalls(place().baseUrl);
    const ended = await play({ ...client, ESIGN_DEMO_NOTES_BASE_URL: recorder.baseUrl });
    await recorder.close();
    return { ...ended, calls: recorder.calls() };
  }

  for (const [name, { text, linear }] of Object.entries(journeys)) {
    it(`${name} does the same as with "esign run"`, async () => {
      const file = place().write('a.arazzo.yaml', text);
      const run = await recorded(async (env) => {
        const { code, out } = await place().run(['run', file], env);
        return { code, output: out };
      });
      assert.equal(run.code, 0, run.output);
      for (const target of ['k6', 'vitest', 'http'] as const) {
        const exported = await place().run(['export', target, file]);
        if (target === 'http' && !linear) {
          assert.deepEqual([exported.code, exported.out], [2, '']);
          assert.match(
            exported.err,
            /error {2}a\.arazzo\.yaml:\d+:\d+ {2}A \.http file runs requests one after the other/,
          );
          continue;
        }
        assert.deepEqual([exported.code, exported.err], [0, '']);
        const played = await recorded((env) => playExport(folder, target, exported.out, env));
        assert.deepEqual([played.code, played.calls], [0, run.calls], `${target}: ${played.output}`);
      }
      const artillery = await place().run(['export', 'artillery', file]);
      assert.equal(artillery.code, linear ? 0 : 2);
      if (linear) assert.equal(requestsOf(artillery.out), run.calls.length);
      else assert.match(artillery.err, /a\.arazzo\.yaml:\d+:\d+ {2}Artillery runs requests one after the other/);
    });
  }

  it('calls below the path of its address, whatever it was exported for', async () => {
    const file = place().write(
      'a.arazzo.yaml',
      document(workflow('main', read('seen', 'first') + read('again', 'first'))),
    );
    const below = (env: Record<string, string>) => ({
      ...env,
      ESIGN_DEMO_NOTES_BASE_URL: `${env['ESIGN_DEMO_NOTES_BASE_URL']}/~ci`,
    });
    const run = await recorded(async (env) => {
      const { code, out } = await place().run(['run', file], below(env));
      return { code, output: out };
    });
    assert.equal(run.code, 0, run.output);
    assert.ok(run.calls.every((call) => /^[A-Z]+ \/~ci\//.test(call)));
    for (const target of ['k6', 'vitest', 'http'] as const) {
      const { out } = await place().run(['export', target, file]);
      const played = await recorded((env) => playExport(folder, target, out, below(env)));
      assert.deepEqual([played.code, played.calls], [0, run.calls], `${target}: ${played.output}`);
    }
    const { out } = await place().run(['export', 'artillery', file]);
    const target = 'http://127.0.0.1:4999/~ci';
    const addresses = addressesOf(out, target);
    assert.equal(addresses.length, run.calls.length);
    assert.deepEqual(
      addresses.filter((one) => !one.startsWith(`${target}/`)),
      [],
    );
  });

  it('waits no longer for a reply than its step', async () => {
    const limited = read('seen', 'first', '        timeout: 250\n');
    const text = document(workflow('main', limited)).replace('1.0.1', '1.1.0');
    const file = place().write('a.arazzo.yaml', text);
    const silent = await silentAt(place().baseUrl, /\/notes\//);
    for (const target of ['vitest', 'http'] as const) {
      const { out, err } = await place().run(['export', target, file]);
      assert.equal(err, '');
      const played = await playExport(folder, target, out, { ...client, ESIGN_DEMO_NOTES_BASE_URL: silent.baseUrl });
      assert.notEqual(played.code, 0, target);
      assert.match(played.output, /timeout/i, target);
    }
    await silent.close();
  });

  it('fails where a check does not hold, and says which', async () => {
    const wrong = read('seen', 'first', "        successCriteria: [{condition: $response.body#/text == 'bye'}]\n");
    const file = place().write('a.arazzo.yaml', document(workflow('main', wrong)));
    for (const target of ['k6', 'vitest', 'http'] as const) {
      const { out } = await place().run(['export', target, file]);
      const played = await recorded((env) => playExport(folder, target, out, env));
      assert.notEqual(played.code, 0, target);
      assert.match(played.output, /\$response\.body#\/text == 'bye'/, target);
    }
  });

  it('sends nothing to a live account, and nothing without a credential', async () => {
    const file = place().write('a.arazzo.yaml', document(workflow('main', read('seen', 'first'))));
    const { out } = await place().run(['export', 'k6', file]);
    for (const [address, said] of liveSpellings) {
      const { code, output } = await playExport(folder, 'k6', out, { ...client, ESIGN_DEMO_NOTES_BASE_URL: address });
      assert.match(output, said, address);
      assert.equal(code, 107, address);
    }
    const played = await recorded(({ ESIGN_DEMO_NOTES_CLIENT_SECRET: _secret, ...env }) =>
      playExport(folder, 'k6', out, env),
    );
    assert.match(played.output, /✗ seen: Set ESIGN_DEMO_NOTES_CLIENT_SECRET/);
    assert.deepEqual([played.code, played.calls], [99, []]);
  });

  it('takes inputs from the environment, and those of --input instead of the defaults', async () => {
    const file = place().write('a.arazzo.yaml', document(workflow('main', make('make', '$inputs.note'), noteInput)));
    const { out } = await place().run(['export', 'k6', file, '--input', 'note=new']);
    const played = await recorded((env) => playExport(folder, 'k6', out, { ...env, ESIGN_INPUT_NOTE: 'nowhere' }));
    assert.match(played.calls.at(-1) ?? '', /notes\/nowhere/);
    assert.match((await place().run(['export', 'artillery', file, '--input', 'note=other'])).out, /note: "other"/);
  });

  const secret = '    inputs: {type: object, properties: {note: {type: string, format: password, default: hush}}}\n';
  const plain = document(workflow('main', read('seen', 'first')));
  const refusals: readonly { name: string; text?: string; args: readonly string[]; code?: number; err: RegExp }[] = [
    { name: 'no target', args: [], err: /Name what to export to, and a scenario file: k6, artillery, http, vitest\./ },
    { name: 'an unknown target', args: ['vitst', 'a'], err: /"vitst" is nothing to export to\. Did you mean vitest\?/ },
    { name: 'no file', args: ['k6'], err: /Name one scenario file\./ },
    { name: 'two files', args: ['k6', 'a', 'b'], err: /Name one scenario file\./ },
    { name: '--overwrite alone', args: ['k6', 'a', '--overwrite'], err: /--overwrite needs --out\./ },
    {
      name: 'a file that is not there',
      args: ['k6', 'gone.arazzo.yaml'],
      err: /error {2}gone\.arazzo\.yaml {2}There is no such file\./,
    },
    {
      name: 'an unknown workflow',
      text: plain,
      args: ['k6', 'a.arazzo.yaml', '--workflow', 'x'],
      err: /There is no workflow "x"/,
    },
    {
      name: 'an unknown input',
      text: document(workflow('main', read('seen', '$inputs.note'), noteInput)),
      args: ['k6', 'a.arazzo.yaml', '--input', 'nte=x'],
      err: /There is no such input\n.*No workflow has an input "nte"\. Did you mean "note"\?/,
    },
    {
      name: 'a live account',
      text: plain,
      args: ['k6', 'a.arazzo.yaml', '--connection', 'production'],
      err: /Live accounts are not exported to\n.*https:\/\/api\.demo\.example is a live account/,
    },
    {
      name: 'a live address',
      text: plain,
      args: ['k6', 'a.arazzo.yaml', '--base-url', 'https://api.demo.example'],
      err: /Live accounts are not exported to/,
    },
    ...[
      ...liveSpellings.map(([address]) => address),
      'https://me:hush@x.example',
      'https://x.example/?key=hush',
      'x',
    ].map((address) => ({
      name: `the address ${address}`,
      text: plain,
      args: ['k6', 'a.arazzo.yaml', '--base-url', address],
      err: /^(?!.*hush)(?:Live accounts are not exported to|The address cannot be used)\n/s,
    })),
    {
      name: 'an environment that there is not',
      text: plain,
      args: ['k6', 'a.arazzo.yaml', '--connection', 'prodution'],
      err: /There is no environment "prodution"\n.*have production\./,
    },
    {
      name: 'a default that is sent as a secret',
      text: document(workflow('main', renew('$inputs.note'), noteInput)),
      args: ['k6', 'a.arazzo.yaml'],
      err: /a\.arazzo\.yaml:\d+:\d+ {2}The value of \/body\/refresh_token is a secret/,
    },
    {
      name: 'a value that a workflow is given and sends as a secret',
      text: document(
        workflow('outer', called('inner', 'middle', '$inputs.note'), noteInput) +
          workflow('middle', called('inner', 'main', '$inputs.note'), anyInput) +
          workflow('main', renew('$inputs.note'), anyInput),
      ),
      args: ['k6', 'a.arazzo.yaml'],
      err: /a\.arazzo\.yaml:\d+:\d+ {2}The value of \/body\/refresh_token is a secret/,
    },
    {
      name: 'a value that is given to a secret input',
      text: document(
        workflow('outer', called('inner', 'main', 'hush')) +
          workflow('main', renew('$inputs.note'), `${secret}    outputs: {text: $inputs.note}\n`),
      ),
      args: ['k6', 'a.arazzo.yaml'],
      err: /a\.arazzo\.yaml:\d+:\d+ {2}The value of the input note is a secret/,
    },
    {
      name: 'a secret that is given',
      text: document(workflow('main', make('make', '$inputs.note'), secret)),
      args: ['k6', 'a.arazzo.yaml', '--input', 'note=hush'],
      err: /a\.arazzo\.yaml:\d+:\d+ {2}"note" is a secret .* set ESIGN_INPUT_NOTE when it runs\./,
    },
    {
      name: 'a secret that is written',
      text: document(workflow('main', renew('hush-hush-hush'))),
      args: ['k6', 'a.arazzo.yaml'],
      err: /a\.arazzo\.yaml:\d+:\d+ {2}The value of \/body\/refresh_token is a secret .* make it an input/,
    },
    {
      name: 'a check in JSONPath',
      text: document(
        workflow(
          'main',
          read(
            'seen',
            'first',
            "        successCriteria: [{context: $response.body, type: jsonpath, condition: '$.id'}]\n",
          ),
        ),
      ),
      args: ['k6', 'a.arazzo.yaml'],
      err: /a\.arazzo\.yaml:\d+:\d+ {2}The engines know no JSONPath/,
    },
  ];
  for (const { name, text, args, err } of refusals) {
    it(`refuses ${name}`, async () => {
      if (text !== undefined) place().write('a.arazzo.yaml', text);
      const result = await place().run(['export', ...args]);
      assert.deepEqual([result.code, result.out], [2, '']);
      assert.match(result.err, err);
    });
  }

  it('writes no secret default, and asks for it when it runs', async () => {
    place().write('a.arazzo.yaml', document(workflow('main', make('make', '$inputs.note'), secret)));
    for (const target of ['k6', 'artillery', 'http', 'vitest']) {
      const { code, out } = await place().run(['export', target, 'a.arazzo.yaml']);
      assert.equal(code, 0);
      assert.doesNotMatch(out, /hush/);
      assert.match(out, /ESIGN_INPUT_NOTE/);
    }
  });

  it('says what Artillery does otherwise, with its line', async () => {
    const more = `        successCriteria:
          - {context: $response.body#/text, type: regex, condition: '^h.*o$'}
        timeout: 5000
`;
    place().write('a.arazzo.yaml', document(workflow('main', read('seen', 'first', more))).replace('1.0.1', '1.1.0'));
    const { code, err } = await place().run(['export', 'artillery', 'a.arazzo.yaml']);
    assert.equal(code, 0, err);
    assert.match(err, /warning {2}a\.arazzo\.yaml:\d+:\d+ {2}Artillery cannot ask this: the check is left out\./);
    assert.match(err, /warning {2}a\.arazzo\.yaml:\d+:\d+ {2}Artillery has one timeout for all requests/);
  });

  it('writes a file, and over another one only when that is said', async () => {
    place().write('a.arazzo.yaml', plain);
    const args = ['export', 'vitest', 'a.arazzo.yaml', '--out', 'a.test.mjs'];
    const first = await place().run(args);
    assert.deepEqual([first.code, first.out, first.err], [0, '', 'Written to a.test.mjs.\n']);
    assert.match(
      readFileSync(path.join(place().folder, 'a.test.mjs'), 'utf8'),
      /import \{ expect, test \} from "vitest";/,
    );
    const second = await place().run(args);
    assert.equal(second.code, 2);
    assert.match(second.err, /a\.test\.mjs is there already/);
    assert.equal((await place().run([...args, '--overwrite'])).code, 0);
  });
});
