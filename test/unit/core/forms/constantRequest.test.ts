import assert from 'node:assert/strict';
import { checkWritten } from '../../../../src/core/forms/checks/checkedValues';
import { ConstantRequest } from '../../../../src/core/forms/checks/constantRequest';
import { demoProvider } from '../../emulator/demoProvider';

const values = { path: { note_id: 'a' }, body: { text: 'hello', copies: 1, marks: ['x'] } };

function target() {
  let checks = 0;
  const found = demoProvider.operations.find(({ id }) => id === 'demo-notes/create-note');
  assert.ok(found);
  const check = () => {
    checks += 1;
    return [];
  };
  const rule = { failure: 'taken', statement: 'It is counted.', check };
  return { call: { provider: demoProvider, operation: { ...found, rules: [rule] } }, checks: () => checks };
}

describe('a constant request', () => {
  it('cannot be changed, by whoever gave the values or gets them', () => {
    const given = structuredClone(values);
    const constant = new ConstantRequest(given);
    given.body.marks.push('y');
    assert.deepEqual(constant.values, values);
    assert.throws(() => (constant.values.body as typeof values.body).marks.push('y'), TypeError);
  });

  it('is believed for its own values alone, however others look', () => {
    const { call, checks } = target();
    const constant = new ConstantRequest(values);
    const check = (sent: typeof constant.values, others = {}) =>
      checkWritten(call, { values: sent, written: undefined }, { isLiteral: true, constant, ...others }, []).errors;
    check({ ...constant.values });
    check({ ...constant.values });
    assert.equal(checks(), 1);
    check(structuredClone(values));
    assert.equal(checks(), 2);
    const wrong = check({ ...constant.values, body: { text: 'hello', copies: 0 } });
    assert.deepEqual(
      wrong.map(({ pointer }) => pointer),
      ['/body/copies'],
    );
    check({ ...constant.values }, { facts: { taken: true } });
    check({ ...constant.values }, { isLiteral: false });
    assert.ok(checks() > 3, 'what was found without facts is not what is found with them');
  });
});
