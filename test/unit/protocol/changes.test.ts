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

  /** How often a comparison looks at something of the value before. */
  const looks = (before: unknown, next: unknown): number => {
    let count = 0;
    const counted = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? new Proxy(
            Array.isArray(value)
              ? value.map(counted)
              : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, counted(one)])),
            {
              get: (target, key, receiver) => {
                count += 1;
                return Reflect.get(target, key, receiver);
              },
            },
          )
        : value;
    changeBetween(counted(before), next);
    return count;
  };

  const lengths: Readonly<Record<string, (all: readonly object[]) => readonly object[]>> = {
    ...steps,
    'the first is taken out': (all) => all.slice(1),
    'one is put in front': (all) => [{ email: 'x', order: 0 }, ...all],
    'nothing is changed': (all) => all,
    'all are changed': (all) => all.map((one) => ({ ...one, order: 7 })),
    'all are in the other order': (all) => all.toReversed(),
  };
  for (const [what, step] of Object.entries(lengths)) {
    it(`is found in as many steps as the list is long where ${what}`, () => {
      const stepsOf = (count: number) => looks(people(count), structuredClone(step(people(count))));
      const [once, twice] = [stepsOf(600), stepsOf(1200)];
      assert.ok(twice <= once * 2.5, `${once} steps for 600, ${twice} for 1200`);
    });
  }

  it('is found however deep it lies, in steps that grow with the depth', () => {
    const nested = (depth: number, core: unknown) => Array.from({ length: depth }).reduce((inner) => [{ inner }], core);
    assert.deepEqual(reached(nested(300, 1), nested(300, 2)), nested(300, 2));
    const [once, twice] = [looks(nested(100, 1), nested(100, 2)), looks(nested(200, 1), nested(200, 2))];
    assert.ok(twice <= once * 2.5, `${once} steps at depth 100, ${twice} at 200`);
  });
});
