import assert from 'node:assert/strict';
import type { Connection } from '../../../../src/core/connections/connection';
import { readScenario } from '../../../../src/core/scenarios/document/readScenario';
import type { LinkedScenario } from '../../../../src/core/scenarios/linking/linkedScenario';
import { linkScenario } from '../../../../src/core/scenarios/linking/linkScenario';
import type { StepResult } from '../../../../src/core/scenarios/running/result';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { emulatorControl } from '../../../../src/emulator/controlProvider';
import { missingInputsOf } from '../../../../src/vscode/scenarios/running/missingInputs';
import { whichConnection } from '../../../../src/vscode/scenarios/running/whichConnection';
import { type ChosenPart, planParts } from '../../../../src/vscode/scenarios/testing/chosenParts';
import { scenarioTree } from '../../../../src/vscode/scenarios/testing/scenarioTree';
import { stepMessages } from '../../../../src/vscode/scenarios/testing/stepMessages';
import { demoProvider } from '../../emulator/demoProvider';

const text = `arazzo: 1.0.1
info: {title: Notes, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
workflows:
  - workflowId: first
    summary: |
      One note
      and more.
    steps:
      - stepId: list
        description: Look
        operationId: list-notes
        successCriteria:
          - condition: $statusCode == 200
          - { condition: "$response.body#/0/id == 'a'" }

      - stepId: again
        operationId: list-notes
  - workflowId: second
    dependsOn: [first]
    steps:
      - {stepId: list, operationId: list-notes}
  - workflowId: third
    steps:
      - {stepId: one, operationId: list-notes}
`;

async function linked(): Promise<LinkedScenario> {
  const { scenario } = readScenario(text, 'a.arazzo.yaml');
  assert.ok(scenario);
  const outcome = await linkScenario(scenario, {
    providerIds: [demoProvider.id],
    provider: async (id) => (id === demoProvider.id ? demoProvider : undefined),
    all: async () => [demoProvider],
    control: emulatorControl,
    readDescription: async () => ({ kind: 'unreadable', detail: 'There is none.' }),
  });
  assert.ok(outcome.scenario);
  return outcome.scenario;
}

describe('The tests of a scenario file', () => {
  it('are its workflows and their steps, each with its range', () => {
    const tree = scenarioTree(text, 'a.arazzo.yaml');
    assert.ok(tree.kind === 'read');
    assert.equal(tree.title, 'Notes');
    const [first] = tree.workflows;
    assert.equal(first?.description, 'One note');
    const rows = first?.steps.map(({ id, description, range: { start, end } }) => [
      id,
      description,
      start.line,
      end.line,
    ]);
    assert.deepEqual(rows, [
      ['list', 'Look', 10, 15],
      ['again', undefined, 17, 18],
    ]);
    assert.deepEqual(first?.range.start, { line: 5, character: 4 });
  });

  const broken: readonly (readonly [what: string, text: string, line: number, message: RegExp])[] = [
    ['a text that is no YAML', 'a: [', 1, /./],
    ['no scenario', 'openapi: 3.1.0', 1, /./],
    ['a step without a name', text.replace('- stepId: list\n        description', '- description'), 11, /Step ID/],
    [
      'several slips',
      text.replaceAll('$statusCode == 200', '$nothing ==').replace('arazzo: 1.0.1', 'arazzo: 9.0.0'),
      1,
      /And 1 more\.$/,
    ],
  ];
  for (const [what, file, line, message] of broken) {
    it(`say where it is broken: ${what}`, () => {
      const tree = scenarioTree(file, 'a.arazzo.yaml');
      assert.ok(tree.kind === 'broken');
      assert.equal(tree.line, line);
      assert.match(tree.message, message);
    });
  }
});

describe('What is run for chosen tests', () => {
  const rows: readonly (readonly [
    what: string,
    chosen: readonly ChosenPart[],
    excluded: readonly ChosenPart[],
    groups: readonly (readonly string[])[],
    last: readonly (readonly string[])[],
  ])[] = [
    ['the file', [{}], [], [['first', 'second'], ['third']], []],
    ['a workflow', [{ workflowId: 'third' }], [], [['third']], []],
    ['a workflow with what it depends on', [{ workflowId: 'second' }], [], [['first', 'second']], []],
    ['the file and one of its workflows', [{}, { workflowId: 'third' }], [], [['first', 'second'], ['third']], []],
    ['all but one', [{}], [{ workflowId: 'third' }], [['first', 'second']], []],
    ['a step with those before it', [{ workflowId: 'first', stepId: 'list' }], [], [['first']], [['first', 'list']]],
    [
      'two steps',
      [
        { workflowId: 'first', stepId: 'again' },
        { workflowId: 'first', stepId: 'list' },
      ],
      [],
      [['first']],
      [['first', 'again']],
    ],
    [
      'a step and its workflow',
      [{ workflowId: 'first', stepId: 'list' }, { workflowId: 'first' }],
      [],
      [['first']],
      [],
    ],
  ];
  for (const [what, chosen, excluded, groups, last] of rows) {
    it(what, async () => {
      const plan = planParts(await linked(), chosen, excluded);
      assert.deepEqual(
        plan.groups.map((group) => group.map(({ workflowId }) => workflowId)),
        groups,
      );
      assert.deepEqual([...plan.lastSteps], last);
    });
  }
});

describe('Messages of a step that failed', () => {
  const result = ({ source }: LinkedScenario, more: Partial<StepResult>): StepResult => ({
    home: { source, file: undefined },
    stepId: 'list',
    pointer: '/workflows/0/steps/0',
    title: 'List',
    outcome: 'failed',
    durationMs: 1,
    attempts: 1,
    checks: [],
    ...more,
  });
  const criterion = (index: number, actual: unknown, passed = false) => ({
    condition: ['$statusCode == 200', "$response.body#/0/id == 'a'"][index] ?? '',
    pointer: `/workflows/0/steps/0/successCriteria/${index}`,
    passed,
    actual,
  });
  const said = { title: 'No reply', cause: 'Why', nextStep: 'Look.' };
  const rows: readonly (readonly [what: string, given: Partial<StepResult>, expected: readonly unknown[]])[] = [
    [
      'a criterion, with what was found',
      { checks: [criterion(0, 200, true), criterion(1, 'b')] },
      [['Expected $response.body#/0/id == \'a\', found "b"', 15, 12, 56, "$response.body#/0/id == 'a'", 'b']],
    ],
    [
      'each criterion, where nothing was found',
      { checks: [criterion(0, 404), criterion(1, null)] },
      [
        ['Expected $statusCode == 200, found 404', 14, 12, 41, '$statusCode == 200', '404'],
        ["Expected $response.body#/0/id == 'a', found nothing", 15, 12, 56, "$response.body#/0/id == 'a'", 'nothing'],
      ],
    ],
    [
      'what is said of it, at its first line',
      { said },
      [['No reply\nWhy\nNext: Look.', 10, 8, 20, undefined, undefined]],
    ],
    ['that there is nothing to say', {}, [['The step failed.', 10, 8, 20, undefined, undefined]]],
  ];
  for (const [what, given, expected] of rows) {
    it(what, async () => {
      const messages = stepMessages(result(await linked(), given), maskerOf([], undefined));
      assert.deepEqual(
        messages.map(({ text: words, range, comparison }) => [
          words,
          range.start.line,
          range.start.character,
          range.end.character,
          comparison?.expected,
          comparison?.actual,
        ]),
        expected,
      );
    });
  }

  it('hold no secret', async () => {
    const secret = 'a-secret-of-some-length';
    const masker = maskerOf([{ name: 'token', value: secret }], undefined);
    const given = result(await linked(), {
      checks: [criterion(1, { id: secret })],
      said: { ...said, cause: `It was ${secret}.` },
    });
    const messages = stepMessages(given, masker);
    assert.equal(messages.length, 2);
    assert.ok(!JSON.stringify(messages).includes(secret));
    assert.ok(JSON.stringify(messages).includes('‹secret:token›'));
  });
});

describe('The connection that a scenario runs on', () => {
  const one = (id: string): Connection => ({
    id,
    provider: 'p',
    title: id,
    environment: id,
    environmentTitle: id,
    baseUrl: 'https://a.example',
    hosts: {},
    variables: {},
    live: false,
  });
  const [emulator, sandbox, live] = [one('emulator'), one('sandbox'), one('live')];
  const rows: readonly (readonly [
    what: string,
    offered: readonly Connection[],
    remembered: string | undefined,
    needsEmulator: boolean,
    onEmulator: boolean,
    which: string,
  ])[] = [
    ['the only one', [emulator], undefined, false, false, 'emulator'],
    ['is asked for where there are several', [emulator, sandbox], undefined, false, false, 'ask'],
    ['the one that was chosen before', [emulator, sandbox, live], 'live', false, false, 'live'],
    ['is asked for again where that is gone', [emulator, sandbox], 'live', false, false, 'ask'],
    ['the emulator, where nothing else can do it', [emulator, sandbox], undefined, true, false, 'emulator'],
    ['the chosen one, to be refused', [emulator, sandbox], 'sandbox', true, false, 'sandbox'],
    ['the emulator, where that is asked for', [emulator, sandbox], 'sandbox', true, true, 'emulator'],
    ['none', [], undefined, false, false, 'none'],
    ['none on the emulator of an API without one', [sandbox], undefined, false, true, 'none'],
    ['is asked for where it cannot be the emulator', [sandbox, live], undefined, true, false, 'ask'],
  ];
  for (const [what, offered, remembered, needsEmulator, onEmulator, expected] of rows) {
    it(what, () => {
      const which = whichConnection({ offered, remembered, needsEmulator, onEmulator });
      assert.equal(which.kind === 'take' ? which.connection.id : which.kind, expected);
    });
  }
});

describe('The inputs that are asked for', () => {
  it('are those that a workflow needs and has no default of', () => {
    const schema = {
      type: 'object',
      properties: {
        document: { type: 'string', description: 'Which one' },
        copies: { type: 'integer', default: 1 },
        pin: { type: 'string', format: 'password' },
        note: { type: 'string' },
      },
      required: ['document', 'copies', 'pin', 'other'],
    };
    assert.deepEqual(missingInputsOf(schema), [
      { name: 'document', isSecret: false, description: 'Which one' },
      { name: 'pin', isSecret: true, description: undefined },
      { name: 'other', isSecret: false, description: undefined },
    ]);
    assert.deepEqual(missingInputsOf({}), []);
  });
});
