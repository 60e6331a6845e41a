import assert from 'node:assert/strict';
import { definitionAt } from '../../../../../src/core/scenarios/editing/definitionAt';
import { hoverAt } from '../../../../../src/core/scenarios/editing/describing/hoverAt';
import { worldOf } from '../../../../../src/core/scenarios/editing/names/world';
import { outlineOf } from '../../../../../src/core/scenarios/editing/text/outline';
import { ScenarioSketch } from '../../../../../src/core/scenarios/editing/text/sketch';
import { demoPorts } from '../demoPorts';

const text = `arazzo: 1.0.1
info: { title: T, version: 1.0.0 }
sourceDescriptions:
  - { name: notes, url: esign:demo-notes }
  - { name: other, url: other.openapi.json }
workflows:
  - workflowId: first
    summary: Makes one.
    inputs:
      type: object
      properties:
        who: { type: string, default: Ann }
        secret: { type: string, format: password, default: hush }
    steps:
      - stepId: make
        description: The note itself.
        operationId: $sourceDescriptions.notes.create-note
        parameters: [{ name: note_id, in: path, value: a }]
        requestBody:
          payload: { text: "By {$inputs.who}", copies: 2, marks: [$inputs.secret] }
        outputs: { copies: $response.body#/copies }
      - stepId: read
        operationId: $sourceDescriptions.notes.get-note
        parameters: [{ name: note_id, in: path, value: $steps.make.outputs.copies }]
        successCriteria: [{ condition: $response.body#/copies == $steps.make.outputs.copies }]
        onFailure: [{ name: again, type: goto, stepId: make }]
      - { stepId: sub, workflowId: second }
  - workflowId: second
    dependsOn: [first]
    steps:
      - { stepId: all, operationId: $sourceDescriptions.notes.list-notes }
`;

const at = (words: string, part: string) => text.indexOf(words) + words.indexOf(part) + 1;

const hovers: readonly (readonly [name: string, words: string, part: string, said: readonly string[]])[] = [
  [
    'an operation',
    'notes.get-note',
    'get-note',
    ['**Get a note**', 'GET /api/v1/notes/{note_id}', 'One note.', '[Reference](https://demo.example/docs)'],
  ],
  ['a field', 'operationId: $source', 'operationId', ['The operation to call.']],
  ['a step of an action', 'stepId: make }', 'make', ['The step **make**', 'The note itself', '**Create a note**']],
  ['a workflow', 'dependsOn: [first]', 'first', ['The workflow **first**', 'Makes one', '3 steps.']],
  ['a parameter', 'name: note_id', 'note_id', ['**Note ID**', 'In the path, required.']],
  ['a name of the body', 'copies: 2', 'copies', ['**Copies**', 'whole number']],
  ['an input', '{$inputs.who}', '$inputs', ['The input **who**', 'It is: string', '"Ann"']],
  [
    'an output of a step',
    'value: $steps.make.outputs.copies',
    '$steps',
    ['The output **copies** of the step **make** (Create a note)', '$response.body#/copies', 'It is: number.'],
  ],
  [
    'a part of a reply',
    'condition: $response.body#/copies',
    '$resp',
    ['` /copies ` of the body of the reply.', 'It is: number.'],
  ],
];

describe('Hover in a scenario', () => {
  const world = () => worldOf(new ScenarioSketch(text).value, demoPorts);
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

  it('never shows the value of a secret', async () => {
    const hover = hoverAt(text, at('[$inputs.secret]', '$inputs'), await world());
    assert.ok(hover?.text.includes('password') && !hover.text.includes('hush'), hover?.text);
  });
});

describe('What a file says of itself', () => {
  it('is told as it is spelled: it makes no link and loads no picture', async () => {
    const picture = '![x](https://attacker.example/x.png)';
    const hostile = text
      .replace('Makes one.', `"${picture}"`)
      .replace('The note itself.', `"<img src=https://attacker.example> ${picture}"`)
      .replace('copies: $response.body#/copies', 'copies: "$response.body#/`![x](https://attacker.example)"');
    const known = await worldOf(new ScenarioSketch(hostile).value, demoPorts);
    const places = ['first]', 'make }]', '$steps.make.outputs.copies }]'].map((words) => hostile.indexOf(words) + 1);
    const told = places.map((place) => hoverAt(hostile, place, known)?.text ?? '');
    for (const one of told) {
      assert.ok(one.length > 20, one);
      assert.doesNotMatch(one.replace(/`[^`]*`/g, ''), /(?<!\\)!\[|(?<!\\)<img/);
    }
    assert.ok(told.join(' ').includes('attacker'));
  });
});

/** What is stood on, and what it leads to. */
const leads: readonly (readonly [words: string, part: string, to: string])[] = [
  ['stepId: make }', 'make', 'stepId: make\n'],
  ['workflowId: second }', 'second', 'workflowId: second\n'],
  ['dependsOn: [first]', 'first', 'workflowId: first\n'],
  ['$steps.make.outputs.copies }]', '$steps', 'copies: $response'],
  ['{$inputs.who}', '$inputs', 'who: {'],
  ['$sourceDescriptions.notes.get', '$source', '{ name: notes'],
];

describe('What a name of a scenario leads to', () => {
  for (const [words, part, to] of leads) {
    it(`of ${words}`, () => {
      const found = definitionAt(text, at(words, part));
      assert.ok(found?.kind === 'here');
      assert.ok(text.slice(found.extent.start).startsWith(to), text.slice(found.extent.start, found.extent.end));
    });
  }

  it('is the file of a description', () => {
    assert.deepEqual(definitionAt(text, at('url: other', 'other')), { kind: 'file', url: 'other.openapi.json' });
    assert.equal(definitionAt(text, at('url: esign', 'esign')), undefined);
  });
});

describe('The outline of a scenario', () => {
  const names = (whole: string) =>
    outlineOf(whole).map(({ workflowId, steps }) => [workflowId, ...steps.map(({ stepId }) => stepId)].join(' '));

  it('has its workflows and steps, also while they are written', () => {
    assert.deepEqual(names(text), ['first make read sub', 'second all']);
    assert.deepEqual(names(text.replace('dependsOn: [first]', 'depen')), ['first make read sub', 'second all']);
    assert.deepEqual(names(text.slice(0, text.indexOf('requestBody'))), ['first make']);
    assert.deepEqual(names('workflows: 1'), []);
  });

  it('has the place of each', () => {
    const [first] = outlineOf(text);
    const read = first?.steps[1];
    assert.ok(read);
    const part = text.slice(read.extent.start, read.extent.end);
    assert.ok(part.startsWith('stepId: read') && part.trimEnd().endsWith('stepId: make }]'), part);
    assert.equal(text.slice(read.named.start, read.named.end), 'read');
  });
});
