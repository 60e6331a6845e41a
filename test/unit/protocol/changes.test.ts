import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Change, changed } from '../../../src/protocol/changes/change';
import { changeBetween } from '../../../src/protocol/changes/changeBetween';

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ email: `person${index}@example.com`, order: index + 1 }));
const issues = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ pointer: `/people/${index}/email`, message: 'This is no address.' }));
const stateOf = (count: number) => ({ values: { people: people(count) }, issues: issues(count), sending: false });

/** As it arrives at a page. */
const told = (change: Change): Change => JSON.parse(JSON.stringify(change));
const reached = (before: unknown, next: unknown): unknown => {
  const change = changeBetween(before, next);
  return change === undefined ? before : changed(before, told(change));
};

const small = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b', null, true));
const keys = fc.constantFrom('a', 'b', 'c', '1', '__proto__', 'constructor');
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    small,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

describe('changeBetween', () => {
  it('leads from any value to any other, with the order of its keys', () => {
    fc.assert(
      fc.property(json, json, (before, next) => {
        const result = reached(before, next);
        assert.deepEqual(result, next);
        assert.equal(JSON.stringify(result), JSON.stringify(next));
      }),
    );
  });

  it('says nothing where nothing has changed', () => {
    fc.assert(
      fc.property(json, (value) => {
        assert.equal(changeBetween(value, structuredClone(value)), undefined);
      }),
    );
    assert.equal(changeBetween({ a: 1 }, { a: 1, b: undefined }), undefined);
  });

  const steps = {
    'a person is changed': (all: readonly object[]) => all.with(250, { email: 'x', order: 251 }),
    'a person is taken out': (all: readonly object[]) => all.toSpliced(2, 1),
    'people are added': (all: readonly object[]) => [...all, { email: 'x', order: 501 }, { email: 'y', order: 502 }],
    'a person is moved': (all: readonly object[]) => all.toSpliced(1, 2, ...all.slice(1, 3).reverse()),
  };
  for (const [what, step] of Object.entries(steps)) {
    it(`is short where ${what}, and keeps everybody else`, () => {
      const before = people(500);
      const next = step(before);
      const change = changeBetween(before, structuredClone(next));
      assert.ok(change && JSON.stringify(change).length < 600);
      const result = changed(before, told(change)) as readonly object[];
      assert.deepEqual(result, next);
      assert.ok(result.filter((one) => before.some((other) => other === one)).length >= 497);
    });
  }

  it('is short where somebody is taken out of a list that is wrong throughout', () => {
    const before = stateOf(500);
    const next = { ...stateOf(499), values: { people: before.values.people.toSpliced(2, 1) } };
    const change = changeBetween(before, next);
    assert.ok(change && JSON.stringify(change).length < 300);
    assert.deepEqual(changed(before, told(change)), next);
  });

  it('is found in one pass, however deep it lies', () => {
    const nested = (depth: number, core: unknown) => Array.from({ length: depth }).reduce((inner) => [{ inner }], core);
    assert.deepEqual(reached(nested(300, 1), nested(300, 2)), nested(300, 2));
  });
});
