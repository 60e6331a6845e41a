import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readScenario } from '../../../../src/core/scenarios/document/readScenario';

const head = `arazzo: 1.0.1
info: {title: T, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:toy'}
`;
const two = `${head}workflows:
  - workflowId: first
    inputs: {type: object, properties: {name: {type: string}}}
    steps:
      - stepId: one
        operationId: make
        outputs: {id: $response.body#/id}
      - stepId: two
        operationId: read
        parameters: [{name: id, in: path, value: $steps.one.outputs.id}]
`;

function step(fields: string): string {
  return `${head}workflows:
  - workflowId: first
    steps:
      - stepId: one
        ${fields}
`;
}

/** A slip, its line, and what is said of it. */
const slips: readonly (readonly [name: string, text: string, line: number, said: string])[] = [
  ['no Arazzo', 'a: 1', 1, 'Arazzo is required.'],
  ['another version', two.replace('1.0.1', '2.0.0'), 1, 'Arazzo "2.0.0" is not supported: write 1.0.1.'],
  ['a version that is no text', two.replace('1.0.1', '1.0'), 1, 'text'],
  ['no title', two.replace('title: T, ', ''), 2, 'itle'],
  [
    'a name that expressions cannot hold',
    two.replace('workflowId: first', 'workflowId: my first'),
    6,
    'Must be made of letters, digits, _ and - only',
  ],
  [
    'an unknown field',
    two.replace('operationId: make', 'operationID: make'),
    10,
    '"operationID" is no field of a step. Did you mean "operationId"?',
  ],
  [
    'an unknown field without a neighbour',
    step('operationId: a\n        colour: red'),
    10,
    'Remove it, or begin its name with x-.',
  ],
  [
    'a field of 1.1',
    step('operationId: a\n        correlationId: b'),
    10,
    '"correlationId" is of Arazzo 1.1 and not supported here.',
  ],
  ['nothing to call', step('description: x'), 8, 'exactly one of operationId, operationPath and workflowId'],
  [
    'two things to call',
    step('operationId: a\n        workflowId: first'),
    8,
    'exactly one of operationId, operationPath and workflowId',
  ],
  [
    'an expression that is none',
    two.replace('$steps.one.outputs.id', '$step.one.outputs.id'),
    14,
    'Did you mean "$steps"?',
  ],
  [
    'a parameter that the reply would have to be there for',
    two.replace('value: $steps.one.outputs.id', 'value: $response.body#/id'),
    14,
    '"$response.body#/id" is known when the reply has come, and this is needed before anything is sent.',
  ],
  [
    'a body that the reply would have to be there for',
    step('operationId: a\n        requestBody: {payload: {note: "is {$statusCode}"}}'),
    10,
    'Name an output of a step before, as in $steps.STEP.outputs.NAME.',
  ],
  ['an output that is no expression', two.replace('$response.body#/id', 'id'), 11, 'is no expression'],
  [
    'a step that is not there',
    two.replace('$steps.one.', '$steps.onne.'),
    14,
    'There is no step "onne" of the workflow "first". Did you mean "one"?',
  ],
  [
    'an output that is not there',
    two.replace('outputs.id', 'outputs.ids'),
    14,
    'There is no output "ids" of the step "one". Did you mean "id"?',
  ],
  [
    'an input that is not there',
    two.replace('$steps.one.outputs.id', '$inputs.nam'),
    14,
    'There is no input "nam" of the workflow "first". Did you mean "name"?',
  ],
  ['a workflow that is not there', step('workflowId: second'), 9, 'There is no workflow "second" in this file.'],
  [
    'a step name that is taken',
    two.replace('stepId: two', 'stepId: one'),
    12,
    'The stepId "one" is taken already: choose another one.',
  ],
  [
    'a component that is not there',
    step('operationId: a\n        parameters: [{reference: $components.parameters.x}]'),
    10,
    'There is no "x" in components/parameters.',
  ],
  [
    'a reference to something else',
    step('operationId: a\n        parameters: [{reference: $inputs.x}]'),
    10,
    'Here a reference must be $components.parameters.NAME.',
  ],
  [
    'a schema that leads nowhere',
    step("operationId: a\n    inputs: {$ref: '#/components/inputs/x'}"),
    10,
    'leads nowhere',
  ],
  [
    'a condition that is none',
    step('operationId: a\n        successCriteria: [{condition: $statusCode = 200}]'),
    10,
    'write == to compare',
  ],
  [
    'a pattern without a context',
    step("operationId: a\n        successCriteria: [{type: regex, condition: '^2'}]"),
    10,
    'needs a context',
  ],
  [
    'XPath',
    step('operationId: a\n        successCriteria: [{type: xpath, context: $response.body, condition: //a}]'),
    10,
    'XPath is not supported',
  ],
  [
    'an older JSONPath',
    step(
      'operationId: a\n        successCriteria: [{type: {type: jsonpath, version: draft-goessner-dispatch-jsonpath-00}, context: $response.body, condition: $.a}]',
    ),
    10,
    'Only JSONPath by RFC 9535 is supported',
  ],
  [
    'a goal that is not there',
    step('operationId: a\n        onSuccess: [{name: x, type: goto, stepId: two}]'),
    10,
    'There is no step "two"',
  ],
  [
    'a goal without a name',
    step('operationId: a\n        onFailure: [{name: x, type: goto}]'),
    10,
    'must name either a stepId or a workflowId',
  ],
  ['a kind of action that is none', step('operationId: a\n        onFailure: [{name: x, type: stop}]'), 10, 'end'],
  ['a negative wait', step('operationId: a\n        onFailure: [{name: x, type: retry, retryAfter: -1}]'), 10, '0'],
  ['a timeout in words', step('operationId: a\n        timeout: 5s'), 10, 'number'],
  [
    'a circle of workflows',
    `${head}workflows:\n  - {workflowId: a, steps: [{stepId: s, workflowId: b}]}\n  - {workflowId: b, dependsOn: [a], steps: [{stepId: s, operationId: x}]}\n`,
    6,
    'wait for each other without end: a -> b -> a.',
  ],
  [
    'a workflow that a retry of its own runs',
    step('operationId: a\n        onFailure: [{name: x, type: retry, workflowId: first}]'),
    6,
    'wait for each other without end: first -> first.',
  ],
  [
    'a workflow that leads back to the one that waits for it',
    `${head}workflows:\n  - {workflowId: a, steps: [{stepId: s, workflowId: b}]}\n  - {workflowId: b, steps: [{stepId: s, operationId: x, onFailure: [{name: g, type: goto, workflowId: c}]}]}\n  - {workflowId: c, steps: [{stepId: s, operationId: x, onSuccess: [{name: g, type: goto, workflowId: a}]}]}\n`,
    6,
    'wait for each other without end: a -> b -> c -> a.',
  ],
  [
    'steps that retry each other',
    `${head}workflows:\n  - workflowId: w\n    steps:\n      - {stepId: one, operationId: a, onFailure: [{name: r, type: retry, stepId: two}]}\n      - {stepId: two, operationId: a, onFailure: [{name: r, type: retry, stepId: one}]}\n`,
    8,
    'Steps retry each other without end: one -> two -> one.',
  ],
  ['a timeout that no timer keeps', step('operationId: a\n        timeout: 3000000000'), 10, 'at most 2147483647'],
  [
    'a limit of retries that is no limit',
    step('operationId: a\n        onFailure: [{name: x, type: retry, retryLimit: 99999999999999999999}]'),
    10,
    '0 to 2147483647',
  ],
  [
    'a parameter that is given twice',
    step('operationId: a\n        parameters: [{name: x, in: path, value: 1}, {name: x, in: path, value: 2}]'),
    10,
    'The parameter "x" is given twice.',
  ],
  [
    'a body that is no JSON',
    step("operationId: a\n        requestBody: {contentType: application/json, payload: '{a: 1}'}"),
    10,
    'This is no JSON',
  ],
  [
    'a place in the body that is no pointer',
    step('operationId: a\n        requestBody: {payload: {}, replacements: [{target: a, value: 1}]}'),
    10,
    'begins with a slash',
  ],
  [
    'an address of its own',
    step('x-operation: {url: https://example.com, method: get}'),
    9,
    'The address must come from a step',
  ],
];

describe('A scenario file', () => {
  it('is read whole', () => {
    const { scenario, issues } = readScenario(two, 'two.arazzo.yaml');
    assert.deepEqual(issues, []);
    assert.deepEqual(
      scenario?.workflows.map(({ workflowId, steps }) => [
        workflowId,
        steps.map(({ stepId, call }) => [stepId, call.kind]),
      ]),
      [
        [
          'first',
          [
            ['one', 'operation'],
            ['two', 'operation'],
          ],
        ],
      ],
    );
  });

  for (const [name, text, line, said] of slips) {
    it(`is told about ${name}`, () => {
      const { scenario, issues } = readScenario(text, 'x.arazzo.yaml');
      const lines = issues.map(({ message, place }) => `${place?.line}: ${message}`);
      assert.equal(scenario, undefined);
      assert.ok(
        lines.some((one) => one.startsWith(`${line}: `) && one.includes(said)),
        lines.join('\n'),
      );
      assert.ok(
        issues.every(({ message }) => /[.?]$/.test(message)),
        lines.join('\n'),
      );
    });
  }

  it('may have extensions, which are nothing to us', () => {
    const text = two.replace('- stepId: one', 'x-team: a\n      - stepId: one').replace('      x-team: a\n', '');
    const { issues } = readScenario(
      text.replace('operationId: make', 'operationId: make\n        x-note: {any: thing}'),
      'x.yaml',
    );
    assert.deepEqual(issues, []);
  });

  it('gives steps what their workflow has, and leaves them what they have themselves', () => {
    const { scenario, issues } = readScenario(
      `${head}workflows:
  - workflowId: first
    parameters: [{name: a, in: query, value: 1}, {name: b, in: query, value: 1}]
    failureActions: [{name: again, type: retry, retryLimit: 3}]
    steps:
      - stepId: one
        operationId: x
        parameters: [{name: b, in: query, value: 2}, {reference: $components.parameters.c, value: 4}]
        onFailure: [{name: again, type: end}]
components: {parameters: {c: {name: c, in: query, value: 3}}}
`,
      'x.yaml',
    );
    assert.deepEqual(issues, []);
    const [found] = scenario?.workflows[0]?.steps ?? [];
    assert.deepEqual(
      found?.parameters.map(({ name, value }) => [name, value.kind === 'literal' ? value.value : value.kind]),
      [
        ['b', 2],
        ['c', 4],
        ['a', 1],
      ],
    );
    assert.deepEqual(
      found?.onFailure.map(({ type }) => type),
      ['end'],
    );
  });
});

describe('Documents in the forms that the examples of the Arazzo Specification have', () => {
  const folder = 'test/unit/fixtures/arazzo';
  const warnings: Readonly<Record<string, readonly string[]>> = {
    'loans.arazzo.yaml': ['warning /workflows/0/outputs/first: "$steps.begin.first" is read as'],
  };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    it(`${name} is read`, () => {
      const { scenario, issues } = readScenario(readFileSync(`${folder}/${name}`, 'utf8'), name);
      assert.ok(scenario);
      assert.deepEqual(
        issues.map(({ severity, pointer, message }) => `${severity} ${pointer}: ${message.split(' $')[0]}`),
        warnings[name] ?? [],
      );
    });
  }
});

describe('Patterns of inputs', () => {
  const issuesOf = (inputs: object) => {
    const document = {
      arazzo: '1.0.1',
      info: { title: 'T', version: '1' },
      sourceDescriptions: [{ name: 'api', url: 'esign:demo-notes' }],
      workflows: [{ workflowId: 'w', inputs, steps: [{ stepId: 'a', operationId: 'list-notes' }] }],
    };
    const { issues } = readScenario(JSON.stringify(document), 'a.arazzo.json');
    return issues.map(({ pointer, code }) => `${pointer} ${code}`);
  };
  const text = (pattern: string) => ({ type: 'string', pattern });

  it('are read where they hold for one value, whatever it is called, and data is no pattern', () => {
    const list = { type: 'array', items: text('^(a+)+$') };
    const properties = { pattern: text('^a'), list, more: { properties: { own: text('b$') } } };
    assert.deepEqual(issuesOf({ type: 'object', properties, default: { pattern: '(?<=a)b' } }), []);
  });

  it('are told where they could take any time, or hold together with others', () => {
    const at = '/workflows/0/inputs';
    assert.deepEqual(issuesOf({ properties: { a: text('(a)\\1') } }), [`${at}/properties/a/pattern pattern`]);
    assert.deepEqual(issuesOf({ properties: { a: { anyOf: [text('a')] } } }), [
      `${at}/properties/a/anyOf/0/pattern unsupported`,
    ]);
    assert.deepEqual(issuesOf({ patternProperties: { '^(a+)+$': {} } }), [`${at}/patternProperties unsupported`]);
  });
});

describe('Schemas of inputs that refer to each other', () => {
  it('are told where they multiply each other, and read no further', () => {
    const twice = (name: string) => ({ type: 'object', properties: { a: refer(name), b: refer(name) } });
    const refer = (name: string) => ({ $ref: `#/components/inputs/${name}` });
    const levels = Array.from({ length: 40 }, (_, at) => [`i${at}`, twice(`i${at + 1}`)] as const);
    const document = {
      arazzo: '1.0.1',
      info: { title: 'T', version: '1' },
      sourceDescriptions: [{ name: 'api', url: 'esign:demo-notes' }],
      components: { inputs: { ...Object.fromEntries(levels), i40: { type: 'string' } } },
      workflows: [{ workflowId: 'w', inputs: refer('i0'), steps: [{ stepId: 'a', operationId: 'list-notes' }] }],
    };
    const { scenario, issues } = readScenario(JSON.stringify(document), 'a.arazzo.json');
    assert.equal(scenario, undefined);
    assert.deepEqual(
      issues.map(({ code }) => code),
      ['too_large'],
    );
  });
});
