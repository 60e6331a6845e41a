import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { evaluate, fill } from '../../../../src/core/scenarios/expressions/evaluate';
import { parseExpression } from '../../../../src/core/scenarios/expressions/parseExpression';
import { parseTemplate } from '../../../../src/core/scenarios/expressions/template';
import { sampleScope } from './sampleScope';

/** An expression and its value; undefined where there is none. */
const values: readonly (readonly [text: string, value: unknown])[] = [
  ['$url', 'https://api.example.com/pets/7?tag=x'],
  ['$method', 'POST'],
  ['$statusCode', 201],
  ['$request.header.accept', 'application/json'],
  ['$request.header.Accept', 'application/json'],
  ['$request.query.tag', 'x'],
  ['$request.path.id', '7'],
  ['$request.body', { user: { uuid: 'u-1' } }],
  ['$request.body#/user/uuid', 'u-1'],
  ['$response.header.Server', 'toy'],
  ['$response.header.__proto__', undefined],
  ['$response.body#/status', 'Pending'],
  ['$response.body#/list/1/id', 2],
  ['$response.body#/a~1b/~0', 'odd'],
  ['$response.body#/missing', undefined],
  ['$response.body#/constructor', undefined],
  ['$inputs.username', 'anna'],
  ['$inputs.x-api.key', 'dotted'],
  ['$inputs.person.email', 'anna@example.com'],
  ['$inputs.person#/email', 'anna@example.com'],
  ['$outputs.bar', 1],
  ['$steps.someStepId.outputs.pets', [{ id: 1 }]],
  ['$steps.someStepId.outputs.pets#/0/id', 1],
  ['$steps.other.outputs.pets', undefined],
  ['$steps.someStepId.pets', [{ id: 1 }]],
  ['$steps.someStepId.pets#/0/id', 1],
  ['$workflows.foo.inputs.username', 'ben'],
  ['$workflows.foo.outputs.mappedResponse#/name', 'Rex'],
];

const faults: readonly (readonly [text: string, said: string])[] = [
  ['$step.a.outputs.b', 'Did you mean "$steps"?'],
  ['$statusCode.x', '"$statusCode" is a whole expression: remove ".x".'],
  ['$response.body.data.id', 'write $response.body#/data/id.'],
  ['$response.body#data', 'it begins with a slash'],
  ['$response.body#/a~2', 'is no JSON pointer'],
  ['$response.query.a', 'A response has no query: write $request.query.a.'],
  ['$response', 'names nothing: write $response. and header.NAME or body.'],
  ['$request.header.', 'The name is missing'],
  ['$response.header.a b', 'cannot be the name of a header'],
  ['$steps.a', 'write $steps.STEP.outputs.NAME.'],
  ['$steps.a.outputs', 'write $steps.STEP.outputs.NAME.'],
  ['$steps.a.response.body#/id', 'write $steps.STEP.outputs.NAME.'],
  ['$workflows.a.steps.b', 'write $workflows.WORKFLOW.outputs.NAME.'],
  ['$inputs', 'A name must follow: write $inputs.NAME.'],
  ['$components.schemas.a', 'write $components.parameters.NAME.'],
  ['$message.payload', 'is of Arazzo 1.1 and not supported here.'],
];

describe('Runtime expressions', () => {
  for (const [text, value] of values) {
    it(`${text} is ${JSON.stringify(value) ?? 'nothing'}`, () => {
      const parsed = parseExpression(text);
      assert.ok(parsed.kind === 'expression', JSON.stringify(parsed));
      assert.deepEqual(evaluate(parsed.expression, sampleScope), value);
    });
  }

  for (const [text, said] of faults) {
    it(`${text} is refused`, () => {
      const parsed = parseExpression(text);
      assert.ok(parsed.kind === 'fault' && parsed.message.includes(said), JSON.stringify(parsed));
    });
  }

  it('parse as they stand in documents', () => {
    const folder = 'test/unit/fixtures/arazzo';
    const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    const found = texts.flatMap((text) => text.match(/\$(?:inputs|steps|response|outputs|statusCode)[^\s"'}]*/g) ?? []);
    assert.ok(found.length > 40);
    assert.deepEqual(
      found.filter((text) => parseExpression(text).kind === 'fault'),
      [],
    );
  });

  it('of any pointer lead where JSON pointers lead', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.jsonValue(), (name, value) => {
        const json: unknown = JSON.parse(JSON.stringify(value));
        const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const parsed = parseExpression(`$response.body#${pointer}`);
        assert.ok(parsed.kind === 'expression');
        const reply = { status: 200, headers: {}, body: Object.fromEntries([[name, json]]) };
        const { exchange } = sampleScope;
        assert.ok(exchange);
        assert.deepEqual(evaluate(parsed.expression, { ...sampleScope, exchange: { ...exchange, reply } }), json);
      }),
    );
  });

  it('never make the parser throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('$', '$steps', '$response', '$inputs.', '$workflows.a'),
        fc.string(),
        (start, rest) => {
          const parsed = parseExpression(start + rest);
          assert.ok(parsed.kind === 'expression' || /[.?]$/.test(parsed.message));
        },
      ),
    );
  });
});

/** A text and what it is filled with; null where it is no template, a string of the missing expression where it has no value. */
const templates: readonly (readonly [text: string, filled: unknown])[] = [
  ['Bearer {$steps.someStepId.outputs.pets#/0/id}', 'Bearer 1'],
  ['{$inputs.username}/{$statusCode}', 'anna/201'],
  ['{$inputs.person}', { email: 'anna@example.com' }],
  ['is {$inputs.person}', 'is {"email":"anna@example.com"}'],
  ['$statusCode', 201],
  ['$100', null],
  ['{$100} and {name}', null],
  ['{{name}}', null],
  ['costs $5', null],
  ['$inputsOf', null],
  ['a {$inputs.nobody}', { missing: '$inputs.nobody' }],
];

describe('Texts with expressions', () => {
  for (const [text, filled] of templates) {
    it(`"${text}" is filled`, () => {
      const template = parseTemplate(text);
      if (template === undefined) return assert.equal(filled, null);
      assert.ok(template.kind !== 'fault', JSON.stringify(template));
      const result = fill(template, sampleScope);
      assert.deepEqual(result.kind === 'value' ? result.value : { missing: result.text }, filled);
    });
  }
});
