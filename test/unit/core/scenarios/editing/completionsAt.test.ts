import assert from 'node:assert/strict';
import { completionsAt } from '../../../../../src/core/scenarios/editing/completion/completionsAt';
import { worldOf } from '../../../../../src/core/scenarios/editing/names/world';
import { ScenarioSketch } from '../../../../../src/core/scenarios/editing/text/sketch';
import { demoPorts } from '../demoPorts';

const head = `arazzo: 1.0.1
info: { title: T, version: 1.0.0 }
sourceDescriptions:
  - { name: notes, url: esign:demo-notes }
`;
const start = `${head}workflows:
  - workflowId: first
    inputs: { type: object, properties: { who: { type: string } } }
    steps:
      - stepId: make
        operationId: create-note
        outputs: { id: $response.body#/id }
`;
const end = `  - workflowId: second
    steps: [{ stepId: all, workflowId: first }]
components:
  parameters: { page: { name: page, in: query, value: 1 } }
`;

/** What is typed where the bar stands, what is among what is offered, what is not, and what the text is with the first. */
const cases: readonly (readonly [
  name: string,
  typed: string,
  offered: readonly string[],
  left: readonly string[],
  after?: string,
])[] = [
  [
    'a field of a step',
    '      - stepId: read\n        oper|',
    ['operationId', 'parameters'],
    ['stepId'],
    '        operationId: ',
  ],
  [
    'a field of a step below its mark, where the editor begins a line',
    '      - stepId: read\n      oper|',
    ['operationId'],
    ['stepId', 'steps', 'outcome'],
    '      - stepId: read\n        operationId: ',
  ],
  [
    'a field with a list below the mark of a step',
    '      - stepId: read\n      |',
    ['parameters'],
    ['stepId'],
    '        parameters:\n          - ',
  ],
  [
    'a field of a parameter below its mark',
    '      - stepId: read\n        parameters:\n        - name: page\n        in|',
    ['requestBody'],
    ['in'],
  ],
  [
    'a field of a parameter below its mark that stands further in',
    '      - stepId: read\n        parameters:\n          - name: page\n          va|',
    ['value', 'in'],
    ['name', 'requestBody'],
    '            value: ',
  ],
  ['a field of a workflow below its mark', '  ou|', ['outputs'], ['workflowId', 'components'], '    outputs: '],
  ['the first field of a step', '      - |', ['stepId', 'operationId'], []],
  ['a field before others', '      - |\n        operationId: get-note', ['stepId'], ['operationId']],
  [
    'a field with a list',
    '      - stepId: read\n        para|',
    ['parameters'],
    [],
    '        parameters:\n          - ',
  ],
  [
    'an item of a list',
    '      - stepId: read\n        parameters:\n          |',
    ['name', 'in'],
    [],
    '          - name: ',
  ],
  [
    'an operation',
    '      - stepId: read\n        operationId: |',
    ['get-note', 'list-notes'],
    [],
    'operationId: get-note',
  ],
  ['an operation half typed', '      - stepId: read\n        operationId: get-|', ['get-note'], []],
  [
    'a place of the description',
    '      - stepId: read\n        operationPath: |',
    ['{$sourceDescriptions.notes.url}#/paths/~1api~1v1~1notes~1{note_id}/get'],
    [],
  ],
  ['a workflow', '      - stepId: read\n        workflowId: |', ['second'], ['first']],
  [
    'a step to go to',
    '      - stepId: read\n        onFailure: [{ name: x, type: goto, stepId: |',
    ['make', 'read'],
    [],
  ],
  [
    'a type of an action',
    '      - stepId: read\n        onFailure:\n          - { name: x, type: |}',
    ['retry', 'goto', 'end'],
    [],
  ],
  [
    'a parameter',
    '      - stepId: read\n        operationId: get-note\n        parameters: [{ name: |',
    ['note_id'],
    ['page'],
  ],
  [
    'where a parameter stands',
    '      - stepId: read\n        operationId: create-note\n        parameters: [{ name: page, in: |',
    ['query'],
    ['path', 'cookie'],
  ],
  [
    'an output of a step',
    '      - stepId: read\n        operationId: get-note\n        parameters: [{ name: note_id, in: path, value: $st| }]',
    ['$steps.make.outputs.id', '$inputs.who'],
    ['$statusCode'],
  ],
  [
    'an expression within words',
    '      - stepId: read\n        operationId: create-note\n        requestBody:\n          payload:\n            text: Dear {$inp|',
    ['$inputs.who'],
    [],
    'Dear {$inputs.who}',
  ],
  [
    'an expression within quotes',
    "      - stepId: read\n        operationId: get-note\n        parameters: [{ name: note_id, in: path, value: '|' }]",
    ['$inputs.who'],
    [],
    "value: '$inputs.who' }",
  ],
  [
    'a name in the body',
    '      - stepId: read\n        operationId: create-note\n        requestBody:\n          payload:\n            text: a\n            |',
    ['copies', 'marks'],
    ['text'],
    '            copies: ',
  ],
  [
    'a name in the body before the operation',
    '      - stepId: read\n        requestBody: { payload: { |\n        operationId: create-note\n',
    ['text'],
    [],
  ],
  [
    'a place in the reply',
    '      - stepId: read\n        operationId: list-notes\n        outputs:\n          id: $response.body#/0/|',
    ['$response.body#/0/id', '$response.body#/0/copies'],
    ['$inputs.who'],
  ],
  [
    'a condition',
    '      - stepId: read\n        operationId: get-note\n        successCriteria:\n          - condition: $|',
    ['$statusCode', '$response.body', '$response.body#/copies', '$inputs.who'],
    [],
    'condition: $statusCode',
  ],
  [
    'a status',
    '      - stepId: read\n        operationId: get-note\n        successCriteria:\n          - condition: $statusCode == |',
    ['200'],
    ['201'],
    'condition: $statusCode == 200',
  ],
  [
    'a second comparison',
    '      - stepId: read\n        operationId: get-note\n        successCriteria:\n          - condition: $statusCode == 200 && $res|',
    ['$response.body#/id'],
    [],
  ],
  [
    'a type of a criterion',
    '      - stepId: read\n        operationId: get-note\n        successCriteria:\n          - type: |',
    ['simple', 'regex', 'jsonpath'],
    ['xpath'],
  ],
  [
    'a media type',
    '      - stepId: read\n        operationId: create-note\n        requestBody: { contentType: |',
    ['application/json'],
    [],
  ],
  [
    'a component',
    '      - stepId: read\n        operationId: create-note\n        parameters: [{ reference: |',
    ['$components.parameters.page'],
    [],
  ],
];

const world = () => worldOf(new ScenarioSketch(head).value, demoPorts);

describe('Completion in a scenario', () => {
  for (const [name, typed, offered, left, after] of cases) {
    it(`offers ${name}`, async () => {
      const text = `${start}${typed}\n${end}`;
      const offset = text.indexOf('|');
      const plain = text.replace('|', '');
      const found = completionsAt(plain, offset, await world());
      assert.ok(found, 'nothing is known of the place');
      const labels = found.items.map(({ label }) => label);
      assert.deepEqual(
        offered.filter((one) => !labels.includes(one)),
        [],
        labels.join(' '),
      );
      assert.deepEqual(
        left.filter((one) => labels.includes(one)),
        [],
      );
      const item = found.items.find(({ label }) => label === offered[0]);
      const { start: from, end: to } = found.replaces;
      const line = plain.slice(plain.lastIndexOf('\n', from - 1) + 1, from);
      // As the editor does it.
      const inserted = item?.text.replaceAll('\n', `\n${/^ */.exec(line)?.[0]}`);
      const written = `${plain.slice(0, from)}${inserted}${plain.slice(to)}`;
      assert.ok(after === undefined || written.includes(after), written);
    });
  }

  const outside: readonly (readonly [typed: string, offered: readonly string[]])[] = [
    ['|', ['arazzo', 'workflows']],
    ['arazzo: |', ['1.0.1']],
    ['arazzo: 1.0.1\n|', ['info', 'sourceDescriptions']],
    ['sourceDescriptions:\n  - url: |', ['esign:demo-notes', 'esign:emulator', 'esign:emulator/demo-notes']],
    ['{ "sourceDescriptions": [{ "url": "|', ['esign:demo-notes']],
    ['{ "info": { "|', ['title']],
    ['workflows:\n  - workflowId: a\n    inputs:\n      properties:\n        b: { type: |', ['string', 'integer']],
    ['workflows:\n  - workflowId: a\n    dependsOn: [|]\n  - workflowId: b\n    steps: []', ['b']],
  ];
  for (const [typed, offered] of outside) {
    it(`offers in ${JSON.stringify(typed)}`, async () => {
      const found = completionsAt(typed.replace('|', ''), typed.indexOf('|'), await world());
      const labels = found?.items.map(({ label }) => label) ?? [];
      assert.deepEqual(
        offered.filter((one) => !labels.includes(one)),
        [],
        labels.join(' '),
      );
    });
  }

  const indents = ['', ' ', '  ', '    '];
  const typedParts = ['', 'cre', '"', '"cre', "'", "'cre"];
  const behind = [
    '',
    ' # c',
    '\n\nSTEP  outputs: { id: $response.body#/id }',
    '\nSTEP- stepId: two',
    '\ncomponents: {}',
  ];
  for (const outer of indents) {
    it(`offers operations wherever YAML lets them stand, ${outer.length} columns further in`, async () => {
      const steps = indents.map((inner) => `${outer}  ${inner}`);
      const texts = steps.flatMap((step) =>
        typedParts.flatMap((typed) =>
          behind.map((after) => {
            const above = `${head}workflows:\n${outer}- workflowId: a\n${outer}  steps:\n${step}- stepId: b\n`;
            return `${above}${step}  operationId: ${typed}|${after.replaceAll('STEP', step)}`;
          }),
        ),
      );
      for (const text of texts.flatMap((one) => [one, one.replaceAll('\n', '\r\n')])) {
        const found = completionsAt(text.replace('|', ''), text.indexOf('|'), await world());
        const labels = found?.items.map(({ label }) => label) ?? [];
        assert.ok(labels.includes('create-note'), JSON.stringify(text));
      }
    });
  }

  it('puts quotes around everything in JSON', async () => {
    const typed = '{ "info": { "ti';
    const found = completionsAt(typed, typed.length, await world());
    const item = found?.items.find(({ label }) => label === 'title');
    assert.deepEqual([found?.replaces, item?.text], [{ start: 12, end: 15 }, '"title": ']);
  });

  it('offers nothing in comments, patterns and texts of its own', async () => {
    const typed = [
      'a: b # |',
      `${start}      - stepId: |`,
      `${start}      - successCriteria: [{ type: regex, condition: $|`,
    ];
    for (const text of typed) {
      const found = completionsAt(text.replace('|', ''), text.indexOf('|'), await world());
      assert.deepEqual(found?.items ?? [], [], text);
    }
  });
});
