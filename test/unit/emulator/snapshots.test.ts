import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { snapshotPath } from '../../../src/emulator/control';
import { decodeState } from '../../../src/emulator/snapshots/decodeState';
import { encodeState } from '../../../src/emulator/snapshots/encodeState';
import { lookup } from '../../../src/kit/store/lookup';
import { Store } from '../../../src/kit/store/store';
import { handle, start } from './callEmulator';
import { bodyOf } from './demoProvider';

const control = { 'x-esign-emulator': '1' };

describe('The written form of a state', () => {
  const anything = fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: false });

  it('brings every value back, whatever it holds and is called', () => {
    const noDate = new Date(Number.NaN);
    const values = fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.oneof(anything, fc.constantFrom(noDate, new Set([noDate]))),
    );
    fc.assert(
      // What has no prototype comes back with one, as by `structuredClone`.
      fc.property(values, (state) => {
        fc.pre(!Object.hasOwn(state, '__proto__'));
        const read = decodeState(JSON.parse(JSON.stringify(encodeState(state))));
        assert.equal(
          written([...read]),
          written(Object.entries(state).map(([name, value]) => [name, structuredClone(value)])),
        );
      }),
    );
  });

  it('keeps what is shared shared, in a circle as well', () => {
    const document = { bytes: Uint8Array.of(0, 255), owner: { documents: new Set<unknown>() } };
    document.owner.documents.add(document);
    const read = decodeState(
      JSON.parse(JSON.stringify(encodeState({ byId: new Map([['a', document]]), last: document, limit: Infinity }))),
    );
    const last = read.get('last') as typeof document;
    assert.equal((read.get('byId') as Map<string, unknown>).get('a'), last);
    assert.ok(last.owner.documents.has(last));
    assert.deepEqual([...last.bytes], [0, 255]);
    assert.equal(read.get('limit'), Number.POSITIVE_INFINITY);
  });

  it('keeps the order of those with a key', () => {
    const make = () => {
      const store = new Store<{ holder: string | undefined }>();
      return { store, byHolder: lookup(store, ({ holder }) => [holder]) };
    };
    const fill = ({ store }: ReturnType<typeof make>) => {
      for (const id of ['a', 'b', 'c']) store.set(id, { holder: undefined });
    };
    const before = make();
    fill(before);
    before.byHolder.with('x');
    for (const id of ['c', 'a', 'b']) Object.assign(before.store.get(id) ?? {}, { holder: 'x' });
    const order = before.byHolder.with('x').map((item) => [...before.store].find(([, one]) => one === item)?.[0]);
    assert.deepEqual(order, ['c', 'a', 'b']);
    const after = make();
    for (const [id, item] of before.store) after.store.set(id, { ...item });
    after.byHolder.arrange(before.byHolder.arrangement());
    const again = after.byHolder.with('x').map((item) => [...after.store].find(([, one]) => one === item)?.[0]);
    assert.deepEqual(again, order);
  });
});

describe('A state that is exported and imported', () => {
  it('has its time with it', () => {
    const [one, other] = [start(), start()];
    one.advance(90 * 60_000);
    const taken = handle(one, { path: snapshotPath });
    assert.equal(taken.status, 200);
    const put = handle(other, { method: 'POST', path: snapshotPath, headers: control, body: taken.body });
    assert.equal(put.status, 200);
    assert.equal(bodyOf(put)['now'], '2030-01-01T01:30:00.000Z');
  });

  const damages: Readonly<Record<string, [(taken: object) => unknown, RegExp]>> = {
    'is none': [() => ({}), /no state of an emulator/],
    'is of another API': [(taken) => ({ ...taken, provider: 'other' }), /of "other"/],
    'is of a later form': [(taken) => ({ ...taken, form: 2 }), /form 2/],
    'was edited': [(taken) => ({ ...taken, state: {} }), /checksum/],
    'lacks a name': [
      ({ checksum: _checksum, ...taken }: { checksum?: string }) => taken,
      /"checksum" is missing, or not what this version/,
    ],
    'is of a time that no date has': [(taken) => ({ ...taken, aheadMs: 1e300 }), /"aheadMs"/],
  };

  for (const [title, [damage, says]] of Object.entries(damages)) {
    it(`changes nothing where it ${title}`, () => {
      const emulator = start();
      emulator.advance(60_000);
      const before = JSON.stringify(emulator.snapshot());
      const body = damage(emulator.snapshot());
      const { status, body: said } = handle(emulator, { method: 'POST', path: snapshotPath, headers: control, body });
      assert.equal(status, 400);
      assert.match(JSON.stringify(said).replaceAll('\\"', '"'), says);
      assert.equal(JSON.stringify(emulator.snapshot()), before);
    });
  }

  it('needs the header of the control to be imported', () => {
    const emulator = start();
    assert.equal(handle(emulator, { method: 'POST', path: snapshotPath, body: emulator.snapshot() }).status, 403);
  });
});

/** Every value in a text of its own: `assert.deepEqual` calls two dates that are none different. */
function written(value: unknown): string {
  return inspect(value, { depth: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null });
}
