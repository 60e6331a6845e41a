import assert from 'node:assert/strict';
import type { Failure } from '../../../../../src/core/failure';
import type { OperationCase } from '../../../../../src/core/scenarios/case';
import { failureWays } from '../../../../../src/core/scenarios/ways/failureWays';
import { wayRecipes } from '../../../../../src/core/scenarios/ways/wayRecipes';

const call = { id: 'acme/call', failures: ['taken', 'broken', 'warned', 'unheard'] };
const failures = call.failures.map(
  (id): Failure => ({ id, status: 400, message: id, meaning: id, nextStep: id, source: 'a source' }),
);
const provider = { title: 'Acme', emulator: () => assert.fail('It is only looked at.'), failures };
const rules = [{ failure: 'warned', severity: 'warning', statement: 'It may be refused.', check: () => [] }] as const;

const reply = { status: 400 };
const long: OperationCase = {
  name: 'a long way',
  operation: call.id,
  failure: 'taken',
  given: [{ advanceMinutes: 1 }],
  reply,
};
const short: OperationCase = { name: 'a short way', operation: call.id, failure: 'taken', reply };
const raw: OperationCase = {
  name: 'half a body',
  operation: call.id,
  failure: 'broken',
  raw: { method: 'POST', path: '/', body: '{' },
  reply,
};
const unsent: OperationCase = { name: 'only checked', operation: call.id, failure: 'unheard' };

describe('ways in which a call fails', () => {
  const recipes = wayRecipes({ operations: [call] as never }, [long, short, raw, unsent]);

  it('are taken from the case that asks least of what was before, without what its test expects', () => {
    const { reply: _expected, ...bare } = short;
    assert.deepEqual(recipes[0], bare);
    assert.deepEqual(
      recipes.map(({ name }) => name),
      ['a short way', 'half a body'],
    );
  });

  it('are listed with what can be provoked first, and why the others cannot', () => {
    assert.deepEqual(
      failureWays(provider, { ...call, rules }, recipes).map((way) => [
        way.failure.id,
        'why' in way ? way.why : way.recipe.name,
      ]),
      [
        ['taken', 'a short way'],
        ['broken', 'Only what no request file can hold provokes it: half a body.'],
        ['warned', 'The emulator takes it: no source says for certain that the API refuses it.'],
        ['unheard', 'Nothing is known that makes the emulator answer this call so.'],
      ],
    );
  });

  it('cannot be provoked where there is no emulator', () => {
    const [way] = failureWays({ title: 'Acme', failures }, call, []);
    assert.ok(way && 'why' in way);
    assert.equal(way.why, 'Acme has no emulator.');
  });
});
