import assert from 'node:assert/strict';
import { readScenario } from '../../../../src/core/scenarios/document/readScenario';
import { applyTextEdits, textEdits } from '../../../../src/core/scenarios/editing/textEdits';
import { linkScenario } from '../../../../src/core/scenarios/linking/linkScenario';
import type { Issue } from '../../../../src/protocol/form';
import { demoPorts } from './demoPorts';

const whole = `arazzo: 1.0.1
info:
  title: Notes
  version: 1.0.0
sourceDescriptions:
  - name: demo-notes
    url: esign:demo-notes
  - { name: emulator, url: esign:emulator }
workflows:
  - workflowId: first
    inputs:
      type: object
      properties:
        note: { type: string }
    steps:
      - stepId: make
        operationId: $sourceDescriptions.demo-notes.create-note
        parameters:
          - name: note_id
            in: path
            value: $inputs.note
        requestBody:
          contentType: application/json
          payload:
            text: "Hello {$inputs.note}, again" # said twice
            copies: 2
        successCriteria:
          - condition: $statusCode == 201
          - { type: regex, context: $response.body, condition: Hello }
        outputs:
          id: $response.body#/id
      - stepId: read
        operationId: $sourceDescriptions.demo-notes.get-note
        parameters: [{ name: note_id, in: path, value: $steps.make.outputs.id }]
        onFailure:
          - { name: again, type: goto, stepId: make }
  - workflowId: second
    dependsOn: [first]
    steps:
      - { stepId: all, workflowId: first }
`;

/** A source is missed by those that call it only. */
const withControl = whole.replace(
  'read\n        operationId: $sourceDescriptions.demo-notes',
  'read\n        operationId: $sourceDescriptions.emulator',
);

/** What is written instead of what, and what puts it right again; the text after it where it is not the one before. */
const slips: readonly (readonly [name: string, right: string, wrong: string, mend: string, after?: string])[] = [
  ['a version', 'arazzo: 1.0.1', 'arazzo: 2.0.0', 'Write "1.0.1"'],
  [
    'a field',
    'operationId: $sourceDescriptions.demo-notes.get',
    'operationID: $sourceDescriptions.demo-notes.get',
    'Rename "operationID" to "operationId"',
  ],
  ['an operation', '.get-note', '.get-nte', 'Write "$sourceDescriptions.demo-notes.get-note"'],
  [
    'a whole operation id',
    '$sourceDescriptions.demo-notes.get-note',
    '$sourceDescriptions.demo-notes.demo-notes/get-note',
    'Write "$sourceDescriptions.demo-notes.get-note"',
  ],
  [
    'an operation of no source',
    '$sourceDescriptions.demo-notes.get-note',
    'get-note',
    'Write "$sourceDescriptions.demo-notes.get-note"',
  ],
  ['a source', 'demo-notes.get', 'demo-note.get', 'Write "$sourceDescriptions.demo-notes."'],
  ['the url of a source', 'url: esign:demo-notes', 'url: esign:demo-note', 'Write "esign:demo-notes"'],
  ['a step of an expression', '$steps.make.', '$steps.mak.', 'Write "$steps.make.outputs.id"'],
  ['an output of a step', 'make.outputs.id', 'make.outputs.ids', 'Write "$steps.make.outputs.id"'],
  ['an output without outputs', 'make.outputs.id', 'make.id', 'Write "$steps.make.outputs.id"'],
  ['an input within words', '{$inputs.note}', '{$inputs.nott}', 'Write "$inputs.note"'],
  ['a step of an action', 'stepId: make }', 'stepId: mak }', 'Write "make"'],
  ['a workflow to wait for', '[first]', '[firts]', 'Write "first"'],
  ['a workflow to run', 'workflowId: first }', 'workflowId: frist }', 'Write "first"'],
  ['a variable as a whole', 'value: $inputs.note', 'value: "{{note}}"', 'Write "$inputs.note"'],
  [
    'an input that is not there',
    'value: $inputs.note',
    'value: $inputs.weather',
    'Add the input "weather"',
    '        note: { type: string }\n        weather: { type: string }\n',
  ],
  [
    'the first input',
    '    inputs:\n      type: object\n      properties:\n        note: { type: string }\n',
    '',
    'Add the input "note"',
    '    inputs: { properties: { note: { type: string } } }\n',
  ],
  [
    'a variable that is no input yet',
    'value: $inputs.note',
    'value: "{{weather}}"',
    'Write "$inputs.weather", and add the input "weather"',
    '        note: { type: string }\n        weather: { type: string }\n',
  ],
  ['a variable within words', '{$inputs.note}, again', '{{note}}, again', 'Write "{$inputs.note}"'],
  ['a name in the path', 'name: note_id, in', 'name: note-id, in', 'Write "note_id"'],
  [
    'where a parameter belongs',
    'note_id, in: path,',
    'note_id,',
    'Add in: path',
    'value: $steps.make.outputs.id, in: path }',
  ],
  [
    'a parameter',
    '        parameters: [{ name: note_id, in: path, value: $steps.make.outputs.id }]\n',
    '',
    'Add the parameter "note_id"',
    '        parameters: [{ name: note_id, in: path, value: "" }]\n',
  ],
  [
    'the id of a step',
    '{ stepId: all, workflowId',
    '{ workflowId',
    'Add "stepId"',
    '{ workflowId: first, stepId: step-1 }',
  ],
  [
    'the id of a workflow',
    '- workflowId: second\n    depends',
    '- depends',
    'Add "workflowId"',
    '    workflowId: workflow-2\n',
  ],
  ['the title', '  title: Notes\n', '', 'Add "title"', '  version: 1.0.0\n  title: New scenario\n'],
  [
    'what a file is',
    'info:\n  title: Notes\n  version: 1.0.0\n',
    '',
    'Add "info"',
    'info: { title: New scenario, version: "1.0.0" }\n',
  ],
  ['the name of a source', 'name: emulator, ', '', 'Add "name"', '{ url: esign:emulator, name: emulator }'],
  [
    'a source that is not there',
    '  - { name: emulator, url: esign:emulator }\n',
    '',
    'Add the source esign:emulator',
    '  - { name: emulator, url: esign:emulator, type: openapi }\n',
  ],
  [
    'what a pattern is for',
    'context: $response.body, ',
    '',
    'Add "context"',
    'condition: Hello, context: $response.body }',
  ],
  [
    'a condition',
    '- condition: $statusCode == 201',
    '- type: simple',
    'Add "condition"',
    '          - type: simple\n            condition: $statusCode == 200\n',
  ],
  ['the type of an action', 'type: goto, stepId: make', 'stepId: make', 'Add "type"', 'stepId: make, type: end }'],
  ['a name in the body', 'copies: 2', 'copis: 2', 'Rename "copis" to "copies"'],
];

async function issuesOf(text: string): Promise<readonly Issue[]> {
  const { scenario, issues } = readScenario(text, 'x.arazzo.yaml');
  const linked = scenario && (await linkScenario(scenario, demoPorts));
  return [...issues, ...(linked?.issues ?? [])];
}

describe('Slips in a scenario', () => {
  it('are none in the one that they are made in', async () => assert.deepEqual(await issuesOf(whole), []));

  for (const [name, right, wrong, title, after] of slips) {
    it(`are mended: ${name}`, async () => {
      assert.ok(whole.includes(right), right);
      const start = title.startsWith('Add the source') ? withControl : whole;
      const text = start.replace(right, wrong);
      const issues = await issuesOf(text);
      const mends = issues.flatMap(({ mend }) => mend ?? []);
      const mend = mends.find((one) => one.title === title);
      assert.ok(mend, JSON.stringify(issues.map(({ message, mend: own }) => [message, own?.title])));
      const edits = textEdits(text, mend.edits);
      assert.ok(edits);
      const mended = applyTextEdits(text, edits);
      if (after === undefined) assert.equal(mended.replaceAll('"', ''), start.replaceAll('"', ''));
      else assert.ok(mended.includes(after), mended);
      const left = await issuesOf(mended);
      assert.deepEqual(
        left.filter(({ mend: own }) => own?.title === title),
        [],
      );
    });
  }
});
