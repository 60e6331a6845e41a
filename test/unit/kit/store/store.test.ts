import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agenda } from '../../../../src/kit/store/agenda';
import { ExpiringMap } from '../../../../src/kit/store/expiringMap';
import { lookup } from '../../../../src/kit/store/lookup';
import { type Ranking, ranking } from '../../../../src/kit/store/ranking';
import { Store } from '../../../../src/kit/store/store';

interface Thing {
  readonly id: string;
  owner: string | undefined;
  age: number;
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const act = fc.record({
  kind: fc.constantFrom('set' as const, 'change' as const, 'delete' as const, 'read' as const),
  id: fc.constantFrom(...ids),
  owner: fc.option(fc.constantFrom('x', 'y', '__proto__'), { nil: undefined }),
  age: fc.integer({ min: 0, max: 4 }),
});

const doings: Readonly<
  Record<'set' | 'change' | 'delete' | 'read', (store: Store<Thing>, given: Thing, check: () => void) => void>
> = {
  set: (store, given) => {
    store.set(given.id, { ...given });
  },
  change: (store, { id, owner, age }) => {
    Object.assign(store.get(id) ?? {}, { owner, age });
  },
  delete: (store, { id }) => {
    store.delete(id);
  },
  read: (_store, _given, check) => check(),
};

/** A store with indexes, and what holds them against all of its items. */
function newThings() {
  const store = new Store<Thing>();
  const byOwner = lookup(store, ({ owner }) => [owner]);
  const byAge = ranking(
    store,
    ({ owner }) => (owner === undefined ? ['all'] : ['all', owner]),
    ({ age }) => age,
  );
  const due = agenda(store, ({ age }) => (age === 0 ? undefined : age));
  const always = () => ['all'];
  let byName: Ranking<Thing> | undefined;
  const check = () => {
    const all = [...store.values()];
    for (const owner of ['x', 'y', '__proto__']) {
      const own = all.filter((one) => one.owner === owner);
      assert.deepEqual(new Set(byOwner.with(owner)), new Set(own));
      assert.equal(byAge.size(owner), own.length);
    }
    const page = byAge.page('all', 1, 3);
    assert.deepEqual(
      page.map(({ age }) => age),
      all
        .map(({ age }) => age)
        .sort()
        .slice(1, 3),
    );
    assert.deepEqual(
      [...byAge.walk('all', true)],
      [...byAge.walk('all')].toSorted((one, other) => other.age - one.age),
    );
    assert.deepEqual(
      [...byAge.walk('all', false, { from: 1, below: 3 })].map(({ age }) => age),
      all
        .map(({ age }) => age)
        .filter((age) => age >= 1 && age < 3)
        .sort(),
    );
    // One that is asked for when there is something already, by a text.
    byName ??= ranking(store, always, ({ owner = '' }) => owner);
    const names = all.map(({ owner = '' }) => owner).toSorted(new Intl.Collator().compare);
    assert.deepEqual(
      byName.page('all', 0, all.length).map(({ owner = '' }) => owner),
      names,
    );
    assert.deepEqual(
      byName.page('all', 0, all.length, true).map(({ owner = '' }) => owner),
      names.toReversed(),
    );
    const ages = all.map(({ age }) => age).filter((age) => age > 0 && age <= 3);
    const first = due.first(3);
    assert.equal(first?.at, ages.length === 0 ? undefined : Math.min(...ages));
    assert.ok(first === undefined || all.includes(first.item));
    assert.ok([...byAge.walk('all')].every((one) => all.includes(one)));
  };
  return { store, check };
}

describe('The indexes of a store', () => {
  it('tell what looking at every item would, whatever was put in, changed in place and taken out', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { store, check } = newThings();
        for (const { kind, ...given } of acts) doings[kind](store, given, check);
        check();
      }),
    );
  });
});

describe('An agenda', () => {
  const ofThings = () => {
    const store = new Store<Thing>();
    return { store, due: agenda(store, ({ age }) => age) };
  };
  const thing = (owner: string): Thing => ({ id: 'a', owner, age: 1 });

  it('tells what was put in the place of another that falls due at the same time', () => {
    const { store, due } = ofThings();
    store.set('a', thing('x'));
    assert.equal(due.first(1)?.item.owner, 'x');
    store.set('a', thing('y'));
    assert.equal(due.first(1)?.item.owner, 'y');
  });

  it('tells what came again after it was taken out, and not what it was', () => {
    const { store, due } = ofThings();
    store.set('a', thing('x'));
    assert.equal(due.first(1)?.item.owner, 'x');
    store.delete('a');
    store.set('a', thing('y'));
    assert.equal(due.first(1)?.item.owner, 'y');
  });
});

describe('A map of what expires', () => {
  it('drops what expired more than a day ago as others come, and keeps what expired just now', () => {
    let now = 0;
    const links = new ExpiringMap<number>(
      () => now,
      (end) => end,
    );
    for (let count = 0; count < 1_000; count += 1) links.set(`old ${count}`, 1_000);
    links.set('long', 10 ** 12);
    now = 25 * 60 * 60 * 1000;
    links.set('just now', now);
    for (let count = 0; count < 1_000; count += 1) links.set(`new ${count % 10}`, now + 1_000);
    assert.ok(links.has('long') && links.has('just now'));
    assert.ok(links.size < 20, String(links.size));
  });

  it('looks for them again as soon as the next one has expired', () => {
    const day = 24 * 60 * 60 * 1000;
    let now = 0;
    const links = new ExpiringMap<number>(
      () => now,
      (end) => end,
    );
    for (let count = 0; count < 100; count += 1) links.set(`link ${count}`, count * day);
    for (let passed = 2; passed < 100; passed += 1) {
      now = passed * day;
      for (let count = 0; count < 200; count += 1) links.set('another', 1_000 * day);
      assert.equal(links.size, 100 - passed + 1);
    }
  });
});

describe('What the indexes of a store do not notice', () => {
  it('is told: what somebody changed that a walk gave them, or after an index had answered', () => {
    fc.assert(
      fc.property(fc.constantFrom('owner' as const, 'age' as const), fc.boolean(), (field, isWalked) => {
        const store = new Store<Thing>();
        lookup(store, ({ owner }) => [owner]);
        const byAge = ranking(
          store,
          () => ['all'],
          ({ age }) => age,
        );
        agenda(store, ({ age }) => age);
        for (const id of ids) store.set(id, { id, owner: 'x', age: 1 });
        assert.deepEqual(store.stale(), []);
        const found = isWalked ? [...byAge.walk('all')][2] : store.get('c');
        byAge.page('all', 0, 1);
        if (found !== undefined) Object.assign(found, field === 'owner' ? { owner: 'y' } : { age: 3 });
        assert.deepEqual(store.stale(), ['c']);
        store.get('c');
        assert.deepEqual(store.stale(), [], 'whoever gets it by its ID is noticed');
      }),
    );
  });
});
