import assert from 'node:assert/strict';
import { prepareInputs } from '../../../../../src/core/scenarios/inputs/inputs';
import type { JsonObject } from '../../../../../src/protocol/json';

const nested = '^(a+)+$';
const schema: JsonObject = {
  type: 'object',
  properties: {
    code: { type: 'string', pattern: nested },
    codes: { type: 'array', items: { type: 'string', pattern: nested } },
    person: { type: 'object', properties: { pattern: { type: 'string', pattern: '^x' } } },
    kept: { enum: [{ pattern: 'a' }, { pattern: 'b' }] },
  },
};

function faultsOf(given: JsonObject): readonly string[] {
  const workflow = { workflowId: 'w', pointer: '', summary: undefined, inputs: schema, dependsOn: [], steps: [] };
  const prepared = prepareInputs({ ...workflow, outputs: [] }, given);
  return prepared.kind === 'faults' ? prepared.faults : [];
}

describe('Inputs whose schema has patterns', () => {
  const long = `${'a'.repeat(50_000)}!`;

  it('are looked at in the time of the text', () => {
    const words = `The text does not match the pattern "${nested}".`;
    assert.deepEqual(faultsOf({ code: long }), [`Input code: ${words}`]);
    assert.deepEqual(faultsOf({ codes: ['aa', long] }), [`Input codes.1: ${words}`]);
    assert.deepEqual(faultsOf({ code: 'aaa', codes: ['a'] }), []);
  });

  it('may be called like a keyword, and data of a schema stays as it is', () => {
    assert.deepEqual(faultsOf({ person: { pattern: 'x' } }), []);
    assert.deepEqual(faultsOf({ person: { pattern: 'y' } }), [
      'Input person.pattern: The text does not match the pattern "^x".',
    ]);
  });
});
