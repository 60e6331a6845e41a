import assert from 'node:assert/strict';
import { readScenario } from '../../../../src/core/scenarios/document/readScenario';
import type { LinkPorts } from '../../../../src/core/scenarios/linking/linkedScenario';
import { pathBeside } from '../../../../src/core/scenarios/linking/pathBeside';
import { readAndLink } from '../../../../src/core/scenarios/linking/readAndLink';
import { planRun } from '../../../../src/core/scenarios/running/plan';
import { demoPorts } from './demoPorts';

type Files = Readonly<Record<string, string>>;

const head = (...sources: readonly string[]) => `arazzo: 1.0.1
info: {title: T, version: '1'}
sourceDescriptions:
${sources.map((source) => `  - {${source}}\n`).join('')}workflows:
`;
const api = "name: api, url: 'esign:demo-notes'";
const scenario = (name: string, url: string) => `name: ${name}, url: ${url}, type: arazzo`;
const list = (id: string) => `  - {workflowId: ${id}, steps: [{stepId: s, operationId: list-notes}]}\n`;
const runs = (id: string, called: string, more = '') =>
  `  - {workflowId: ${id}, steps: [{stepId: s, workflowId: ${called}${more}}]}\n`;

/** Files by their paths from the folder of the first one. */
function portsOf(files: Files): LinkPorts {
  return {
    ...demoPorts,
    fileName: 'main.yaml',
    readDescription: async (url) => {
      const text = files[pathBeside('', url)];
      return text === undefined ? demoPorts.readDescription(url) : { kind: 'text', text };
    },
  };
}

function link(main: string, files: Files = {}) {
  return readAndLink(main, 'main.yaml', portsOf({ ...files, 'main.yaml': main }));
}

describe('Workflows of other files', () => {
  it('run among the own ones, under the names of their files', async () => {
    const { scenario: linked, issues } = await link(
      head(scenario('login', 'flows/login.yaml')) + runs('main', '$sourceDescriptions.login.enter'),
      {
        'flows/login.yaml':
          head(api, scenario('base', '../base.yaml')) +
          runs('enter', '$sourceDescriptions.base.first') +
          list('unused'),
        'base.yaml': head(api) + list('first'),
      },
    );
    assert.deepEqual(issues, []);
    assert.deepEqual(
      linked?.workflows.map(({ workflowId, prefix, home, providers }) => [workflowId, prefix, home.file, providers]),
      [
        ['main', '', undefined, ['demo-notes']],
        ['login.enter', 'login.', 'flows/login.yaml', ['demo-notes']],
        ['login.base.first', 'login.base.', 'base.yaml', ['demo-notes']],
      ],
    );
    assert.ok(linked);
    assert.deepEqual(
      planRun(linked, undefined).map((group) => group.map(({ workflowId }) => workflowId)),
      [['main']],
    );
  });

  it('come first where another depends on them, and are where actions lead', async () => {
    const { scenario: linked } = await link(
      head(api, scenario('other', 'other.yaml')) +
        `  - workflowId: main
    dependsOn: [$sourceDescriptions.other.first]
    steps:
      - {stepId: s, operationId: list-notes, onFailure: [{name: mend, type: goto, workflowId: $sourceDescriptions.other.mend}]}
`,
      { 'other.yaml': head(api) + list('first') + list('mend') },
    );
    assert.ok(linked);
    assert.deepEqual(
      planRun(linked, undefined).map((group) => group.map(({ workflowId }) => workflowId)),
      [['other.first', 'main']],
    );
    assert.deepEqual(
      linked.workflows.map(({ workflowId }) => workflowId),
      ['main', 'other.first', 'other.mend'],
    );
  });

  it('take operations of their own files, so that one description alone needs no name', async () => {
    const { issues } = await link(`${head(api, scenario('other', 'other.yaml'))}${list('main')}`, {
      'other.yaml': head(api) + list('first'),
    });
    assert.deepEqual(issues, []);
  });

  const other = { 'other.yaml': head(api) + list('first') };
  const main = (called: string) => head(api, scenario('other', 'other.yaml')) + runs('main', called);
  const faults: readonly (readonly [what: string, text: string, files: Files, line: number, said: string])[] = [
    ['a file that is not there', main('$sourceDescriptions.other.first'), {}, 5, 'other.yaml: There is no such file.'],
    [
      'a workflow that is not there',
      main('$sourceDescriptions.other.frist'),
      other,
      7,
      'There is no workflow "frist" in other.yaml. Did you mean "first"?',
    ],
    ['a source that is not there', main('$sourceDescriptions.othr.first'), other, 7, 'Did you mean "other"?'],
    [
      'a source that has no workflows',
      main('$sourceDescriptions.api.first'),
      other,
      7,
      'no source "api" of type arazzo',
    ],
    ['a name of no form', main('$steps.a.outputs.b'), other, 7, 'write its name, or $sourceDescriptions.NAME.WORKFLOW'],
    [
      'files of elsewhere',
      main('$sourceDescriptions.other.first').replace('other.yaml', "'https://a.example/b.yaml'"),
      other,
      5,
      'not fetched',
    ],
    [
      'a file that names itself',
      head(api, scenario('self', './main.yaml')) + list('main'),
      {},
      5,
      'The files name each other without end: main.yaml -> main.yaml.',
    ],
    [
      'files that name each other',
      main('$sourceDescriptions.other.first'),
      { 'other.yaml': head(api, scenario('back', 'main.yaml')) + list('first') },
      5,
      'It has errors, the first in line 5: The files name each other without end: main.yaml -> other.yaml -> main.yaml.',
    ],
    [
      'a file with errors',
      main('$sourceDescriptions.other.first'),
      { 'other.yaml': head(api) + list('first').replace('list-notes', 'list-note') },
      5,
      'the first in line 6: There is no operation "list-note"',
    ],
    [
      'an operation of a scenario',
      head(api, scenario('other', 'other.yaml')) +
        list('main').replace('list-notes', '$sourceDescriptions.other.first'),
      other,
      7,
      'run one with workflowId',
    ],
    [
      'a scenario that is not said to be one',
      `${head(api, 'name: other, url: other.yaml')}${list('main').replace('list-notes', '$sourceDescriptions.api.list-notes')}`,
      other,
      5,
      'It is a scenario: write type: arazzo.',
    ],
  ];
  for (const [what, text, files, line, said] of faults) {
    it(`are told about with a line: ${what}`, async () => {
      const { scenario: linked, issues } = await link(text, files);
      assert.equal(linked, undefined);
      const told = issues.map(({ place, message }) => `${place?.line}: ${message}`);
      assert.ok(
        told.some((one) => one.startsWith(`${line}: `) && one.includes(said)),
        told.join('\n'),
      );
    });
  }

  const login = `${head(api)}  - workflowId: enter
    inputs: { type: object, required: [who, note], properties: { who: { type: string }, note: { type: string, default: a } } }
    steps: [{ stepId: s, operationId: list-notes, outputs: { first: $response.body#/0/id } }]
    outputs: { token: $steps.s.outputs.first }
`;
  const calling = (more: string) =>
    head(scenario('login', 'flows/login.yaml')) + runs('main', '$sourceDescriptions.login.enter', more);
  const ann = 'parameters: [{name: who, value: Ann}]';
  const given: readonly (readonly [what: string, more: string, said: readonly string[], mend?: string])[] = [
    ['what is there', `, ${ann}, outputs: {token: $outputs.token}`, []],
    ['what is there, and leads on', `, ${ann}, outputs: {token: $outputs.token.value}`, []],
    [
      'an output that is misspelled',
      `, ${ann}, outputs: {token: $outputs.tokn}`,
      ['There is no output "tokn" of the workflow "enter" in flows/login.yaml. Did you mean "token"?'],
      '$outputs.token',
    ],
    [
      'an output of a criterion',
      `, ${ann}, successCriteria: [{condition: $outputs.other != null}]`,
      ['There is no output "other" of the workflow "enter" in flows/login.yaml. There is token.'],
    ],
    [
      'an input that is misspelled',
      ', parameters: [{name: woh, value: Ann}]',
      ['There is no input "woh" of the workflow "enter" in flows/login.yaml. Did you mean "who"?'],
      'who',
    ],
    [
      'an input that is not given',
      '',
      ['The input "who" of the workflow "enter" in flows/login.yaml is needed: give it in parameters.'],
    ],
  ];
  for (const [what, more, said, mended] of given) {
    it(`are held to what they take and give: ${what}`, async () => {
      const { issues } = await link(calling(more), { 'flows/login.yaml': login });
      assert.deepEqual(
        issues.map(({ message }) => message),
        said,
      );
      assert.ok(issues.every(({ place }) => place?.line === 6));
      const values = issues.flatMap(({ mend }) => mend?.edits ?? []).map((edit) => ('value' in edit ? edit.value : ''));
      if (mended !== undefined) assert.deepEqual(values, [mended]);
      assert.ok(said.length === 0 || mended !== undefined || what.includes('criterion') || values.length === 1);
    });
  }

  it('are held to what they take in the own file as well, where an input can be added', async () => {
    const called =
      '  - {workflowId: called, inputs: {type: object, properties: {who: {type: string}}}, steps: [{stepId: s, operationId: list-notes}]}\n';
    const { issues } = await link(
      head(api) + runs('main', 'called', ', parameters: [{name: page, value: 1}]') + called,
    );
    assert.deepEqual(
      issues.map(({ message, mend }) => [message, mend?.edits]),
      [
        [
          'There is no input "page" of the workflow "called". There is who.',
          [{ kind: 'set', pointer: '/workflows/1/inputs/properties/page', value: { type: 'string' } }],
        ],
      ],
    );
  });

  it('take no notice of values that all steps of a workflow have', async () => {
    const shared = `  - workflowId: main
    parameters: [{name: page, in: query, value: 1}]
    steps: [{stepId: s, workflowId: called}]
`;
    const { issues } = await link(head(api) + shared + list('called'));
    assert.deepEqual(issues, []);
  });

  it('are read so deep and no deeper, and so many and no more', async () => {
    const chain: Files = Object.fromEntries(
      Array.from({ length: 20 }, (_unused, at) => [
        `${at}.yaml`,
        head(api, scenario('next', `${at + 1}.yaml`)) + list('w'),
      ]),
    );
    const deep = await link(head(api, scenario('next', '0.yaml')) + list('w'), chain);
    assert.match(deep.issues[0]?.message ?? '', /Too many files name each other/);
    const names = Array.from({ length: 60 }, (_unused, at) => `f${at}`);
    const many = Object.fromEntries(names.map((name) => [`${name}.yaml`, head(api) + list('w')]));
    const wide = await link(head(api, ...names.map((name) => scenario(name, `${name}.yaml`))) + list('w'), many);
    assert.equal(wide.issues.length, 10);
  });

  it('are nothing that reading the file alone has to know', () => {
    const { issues } = readScenario(main('$sourceDescriptions.other.first'), 'main.yaml');
    assert.deepEqual(issues, []);
  });

  const paths: readonly (readonly [file: string, named: string, path: string])[] = [
    ['a.yaml', 'b.yaml', 'b.yaml'],
    ['x/a.yaml', './b.yaml', 'x/b.yaml'],
    ['x/a.yaml', '../b.yaml', 'b.yaml'],
    ['x/a.yaml', '../../b.yaml', '../b.yaml'],
    ['../x/a.yaml', '../../b.yaml', '../../b.yaml'],
    ['x/a.yaml', '/etc/b.yaml', '/etc/b.yaml'],
  ];
  for (const [file, named, path] of paths) {
    it(`stand where ${file} names ${named}`, () => assert.equal(pathBeside(file, named), path));
  }
});
