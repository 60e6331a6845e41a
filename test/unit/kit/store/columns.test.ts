import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Filter, fitting, type Lists, narrowest, storeColumns } from '../../../../src/kit/store/columns';
import { ranking } from '../../../../src/kit/store/ranking';
import { Store } from '../../../../src/kit/store/store';

interface Thing {
  readonly id: string;
  name: string;
  kind: string;
  age: number;
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const name = fc.string({ unit: fc.constantFrom('l', 'e', 'a', 's'), maxLength: 6 });
const act = fc.record({
  does: fc.constantFrom('set' as const, 'change' as const, 'delete' as const, 'list' as const),
  id: fc.constantFrom(...ids),
  name,
  kind: fc.constantFrom('x', 'y', 'z'),
  age: fc.integer({ min: 0, max: 3 }),
  part: name,
  isDescending: fc.boolean(),
});

type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

function newThings() {
  const store = new Store<Thing>();
  const listed = ranking(
    store,
    () => ['all'],
    ({ age }) => age,
  );
  const columns = storeColumns(store, ({ age }) => age);
  const filtersOf = ({ part, kind, age }: Act): readonly Filter<Thing>[] => [
    {
      fits: (one) => one.name.includes(part),
      lists: () => columns.holding('name', (one) => [one.name], part),
    },
    {
      fits: (one) => one.kind !== kind,
      lists: () =>
        columns.where(
          'kind',
          (one) => [one.kind],
          (value) => value !== kind,
        ),
    },
    {
      fits: (one) => one.age === age || one.age === 3,
      lists: () => columns.among('age', (one) => [String(one.age)], [String(age), '3', 'none']),
    },
  ];
  const all = { size: Number.POSITIVE_INFINITY, walk: (isDescending: boolean) => listed.walk('all', isDescending) };
  const check = (asked: Act) => {
    for (const filters of [...filtersOf(asked).map((one) => [one]), filtersOf(asked)]) {
      const found = [...fitting(narrowest(all, filters).walk(asked.isDescending), filters)];
      const wanted = [...store.values()].filter((one) => filters.every(({ fits }) => fits(one)));
      assert.deepEqual(new Set(found), new Set(wanted));
      assert.equal(found.length, wanted.length);
      const order = [...listed.walk('all', asked.isDescending)].filter((one) => wanted.includes(one));
      assert.deepEqual(listed.arranged(wanted, asked.isDescending), order);
      assert.deepEqual(
        found.map(({ age }) => age),
        order.map(({ age }) => age),
      );
    }
  };
  return { store, check };
}

function perform({ store, check }: ReturnType<typeof newThings>, asked: Act): void {
  const { does, id, name: newName, kind, age } = asked;
  if (does === 'set') store.set(id, { id, name: newName, kind, age });
  else if (does === 'change') Object.assign(store.get(id) ?? {}, { name: newName, kind, age });
  else if (does === 'delete') store.delete(id);
  else check(asked);
}

describe('Filters of a store', () => {
  it('find what looking at every item would, in its order, whatever was changed', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const things = newThings();
        for (const one of acts) perform(things, one);
      }),
    );
  });

  it('find what was put in the place of another, of which nothing else is said', () => {
    const things = newThings();
    const asked: Act = { does: 'list', id: 'd', name: '', kind: 'x', age: 2, part: '', isDescending: false };
    for (const does of ['set', 'list', 'set', 'list'] as const) perform(things, { ...asked, does });
    // What was handed out last is what can be changed.
    perform(things, { ...asked, does: 'change', name: 'lease' });
    perform(things, { ...asked, part: 'lease' });
  });

  it('look at few of many texts', () => {
    const columns = storeColumns(manyThings(20_000), ({ age }) => age);
    const find = (part: string): Lists<Thing> => columns.holding('name', (one) => [one.name], part);
    assert.equal(find('lease 777').size, 11);
    assert.equal(find('no such text').size, 0);
    const looked = countingIncludes(() => find('lease 7777').size);
    assert.ok(looked < 500, String(looked));
  });

  it('look at few of many texts for one or two letters as well', () => {
    const columns = storeColumns(manyThings(20_000), ({ age }) => age);
    const find = (part: string): Lists<Thing> => columns.holding('name', (one) => [one.name], part);
    for (const part of ['e', 'le', 'x', 'xy', '77']) {
      const looked = countingIncludes(() => find(part).walk);
      assert.ok(looked < 100, `${part}: ${looked}`);
    }
    assert.equal(find('e').walk, undefined, 'it is in too many');
    assert.equal(find('e').size, 20_000);
    assert.equal(
      find('77').size,
      Array.from({ length: 20_000 }, (_, at) => String(at)).filter((at) => at.includes('77')).length,
    );
    assert.equal(find('xy').size, 0);
  });
});

function manyThings(count: number): Store<Thing> {
  const store = new Store<Thing>();
  for (let place = 0; place < count; place += 1)
    store.set(String(place), { id: String(place), name: `lease ${place}`, kind: 'x', age: place });
  return store;
}

function countingIncludes(act: () => void): number {
  const own = Object.getOwnPropertyDescriptor(String.prototype, 'includes');
  let count = 0;
  Object.defineProperty(String.prototype, 'includes', {
    ...own,
    value(this: string, ...args: [string]) {
      count += 1;
      return own?.value.apply(this, args);
    },
  });
  try {
    act();
  } finally {
    Object.defineProperty(String.prototype, 'includes', own ?? {});
  }
  return count;
}
