import assert from 'node:assert/strict';
import { completionsAt } from '../../../../../src/core/scenarios/editing/completion/completionsAt';
import { definitionAt } from '../../../../../src/core/scenarios/editing/definitionAt';
import { hoverAt } from '../../../../../src/core/scenarios/editing/describing/hoverAt';
import { worldOf } from '../../../../../src/core/scenarios/editing/names/world';
import { ScenarioSketch } from '../../../../../src/core/scenarios/editing/text/sketch';
import type { LinkPorts } from '../../../../../src/core/scenarios/linking/linkedScenario';
import { pathBeside } from '../../../../../src/core/scenarios/linking/pathBeside';
import { demoPorts } from '../demoPorts';

const login = `arazzo: 1.0.1
info: { title: L, version: 1.0.0 }
sourceDescriptions:
  - { name: notes, url: esign:demo-notes }
  - { name: deeper, url: ../base.arazzo.yaml, type: arazzo }
workflows:
  - workflowId: enter
    summary: Comes in.
    inputs:
      type: object
      required: [who]
      properties:
        who: { type: string, description: Who comes in. }
        secret: { type: string, format: password, default: hush }
    steps:
      - stepId: make
        operationId: create-note
        outputs: { copies: $response.body#/copies }
      - { stepId: base, workflowId: $sourceDescriptions.deeper.first, outputs: { id: $outputs.id } }
    outputs:
      copies: $steps.make.outputs.copies
  - workflowId: leave
    steps: [{ stepId: all, operationId: list-notes }]
`;
const base = login
  .replace('  - { name: deeper, url: ../base.arazzo.yaml, type: arazzo }\n', '')
  .replace(/ {6}- \{ stepId: base.*\n/, '')
  .replace('workflowId: enter', 'workflowId: first');
const files: Readonly<Record<string, string>> = { 'flows/login.arazzo.yaml': login, 'base.arazzo.yaml': base };

const ports: LinkPorts = {
  ...demoPorts,
  fileName: 'main.arazzo.yaml',
  readDescription: async (url) => {
    const text = files[pathBeside('', url)];
    return text === undefined ? demoPorts.readDescription(url) : { kind: 'text', text };
  },
};

const text = `arazzo: 1.0.1
info: { title: T, version: 1.0.0 }
sourceDescriptions:
  - { name: notes, url: esign:demo-notes }
  - { name: login, url: ./flows/login.arazzo.yaml, type: arazzo }
  - { name: gone, url: gone.arazzo.yaml, type: arazzo }
workflows:
  - workflowId: main
    dependsOn: [$sourceDescriptions.login.leave]
    steps:
      - stepId: in
        workflowId: $sourceDescriptions.login.enter
        parameters:
          - { name: who, value: Ann }
        successCriteria: [{ condition: $outputs.copies == 2 }]
        outputs: { kept: $outputs.copies }
      - stepId: other
        workflowId: own
        parameters: [{ name: page, value: 1 }]
  - workflowId: own
    inputs: { type: object, properties: { page: { type: integer } } }
    steps: [{ stepId: all, operationId: list-notes }]
`;
const world = () => worldOf(new ScenarioSketch(text).value, ports);
const at = (words: string, part: string) => text.indexOf(words) + words.indexOf(part) + 1;

/** What is typed in the place of what stands there, and what is offered. */
const offers: readonly (readonly [name: string, there: string, typed: string, offered: readonly string[]])[] = [
  [
    'workflows',
    'workflowId: $sourceDescriptions.login.enter',
    'workflowId: |',
    ['own', '$sourceDescriptions.login.enter', '$sourceDescriptions.login.leave'],
  ],
  ['workflows that come first', '[$sourceDescriptions.login.leave]', '[|]', ['$sourceDescriptions.login.enter']],
  ['inputs as parameters', '{ name: who,', '{ name: |,', ['who', 'secret']],
  ['inputs of workflows of the file itself', '{ name: page, v', '{ name: |, v', ['page']],
  ['outputs', 'kept: $outputs.copies', 'kept: |', ['$outputs.copies']],
  ['outputs in conditions', '$outputs.copies == 2', '$|', ['$outputs.copies']],
  ['scenarios as a type', 'type: arazzo', 'type: |', ['openapi', 'arazzo']],
];

describe('Completion across scenario files', () => {
  for (const [name, there, typed, offered] of offers) {
    it(`offers ${name}`, async () => {
      const bar = text.replace(there, () => typed);
      const found = completionsAt(bar.replace('|', ''), bar.indexOf('|'), await world());
      const labels = found?.items.map(({ label }) => label) ?? [];
      assert.deepEqual(
        offered.filter((one) => !labels.includes(one)),
        [],
        labels.join(' '),
      );
    });
  }

  it('says which file a workflow is of, and which inputs it needs', async () => {
    const bar = text.replace('{ name: who,', '{ name: |,');
    const found = completionsAt(bar.replace('|', ''), bar.indexOf('|'), await world());
    assert.deepEqual(
      found?.items.map(({ label, detail, says }) => [label, detail, says]),
      [
        ['who', 'input, required', 'Who comes in\\.'],
        ['secret', 'input', undefined],
      ],
    );
  });
});

describe('Hover and go to definition across scenario files', () => {
  const hovers: readonly (readonly [name: string, words: string, part: string, said: readonly string[]])[] = [
    [
      'a workflow',
      'workflowId: $sourceDescriptions.login.enter',
      'login',
      ['The workflow **enter** in \\./flows/login\\.arazzo\\.yaml', 'Comes in', '2 steps.'],
    ],
    [
      'an output, and what it is there',
      'kept: $outputs.copies',
      '$out',
      ['The output **copies** of the workflow **enter**', '$steps.make.outputs.copies', 'It is: number.'],
    ],
    ['an input', 'name: who', 'who', ['The input **who** of the workflow **enter**', 'It is: string', 'Who comes in']],
  ];
  for (const [name, words, part, said] of hovers) {
    it(`tells ${name}`, async () => {
      const hover = hoverAt(text, at(words, part), await world());
      assert.deepEqual(
        said.filter((one) => !hover?.text.includes(one)),
        [],
        hover?.text,
      );
    });
  }

  const leads: readonly (readonly [words: string, part: string, to: string])[] = [
    ['workflowId: $sourceDescriptions.login.enter', 'login', 'workflowId: enter\n'],
    ['dependsOn: [$sourceDescriptions.login.leave]', 'login', 'workflowId: leave\n'],
    ['name: who', 'who', 'who: { type: string'],
    ['kept: $outputs.copies', '$out', 'copies: $steps.make'],
  ];
  for (const [words, part, to] of leads) {
    it(`leads from ${words} to its place`, async () => {
      const found = definitionAt(text, at(words, part), await world());
      assert.ok(found?.kind === 'file' && found.extent !== undefined);
      assert.equal(found.url, './flows/login.arazzo.yaml');
      assert.ok(login.slice(found.extent.start).startsWith(to), login.slice(found.extent.start, found.extent.end));
    });
  }

  it('leads from an input of a workflow of the file itself to its place', async () => {
    const found = definitionAt(text, at('{ name: page', 'page'), await world());
    assert.ok(found?.kind === 'here');
    assert.ok(text.slice(found.extent.start).startsWith('page: { type: integer'));
  });

  it('ends where files name each other', async () => {
    const circle = { ...ports, readDescription: async () => ({ kind: 'text', text }) as const };
    const known = await worldOf(new ScenarioSketch(text).value, circle);
    assert.deepEqual([...known.files.keys()], ['login', 'gone']);
  });
});
