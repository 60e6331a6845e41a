import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editText } from '../../../../../src/core/requests/editing/editText';
import { TextChanges } from '../../../../../src/core/requests/editing/textChanges';
import type { FormEdit } from '../../../../../src/protocol/form';
import { runs } from '../../../fixtures/runs';

interface Item {
  readonly id: number;
  readonly name: string;
}

/** A document, and a page that shows it as it was when it was last told. */
class Room {
  text: string;
  version = 1;
  shown: { readonly version: number; readonly items: readonly Item[] };
  readonly changes: TextChanges;

  constructor(items: readonly Item[]) {
    this.text = JSON.stringify({ body: { items } }, null, 2);
    this.changes = new TextChanges(this.version, this.text);
    this.shown = { version: this.version, items };
  }

  /** The page hears of the newest text. */
  look(): void {
    this.shown = { version: this.version, items: JSON.parse(this.text).body.items };
  }

  edit(edits: readonly FormEdit[], version = this.shown.version): void {
    const changed = this.changes.edited(edits, version);
    if (changed === undefined) return;
    this.changes.expect(changed);
    this.become(changed.text);
  }

  become(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.version += 1;
    this.changes.record(this.version, text);
  }
}

/** What somebody wants of the item that shows an id, whatever happens to the others meanwhile. */
type Wish =
  | { readonly kind: 'rename'; readonly id: number; readonly name: string }
  | { readonly kind: 'remove' | 'up' | 'down'; readonly id: number }
  | { readonly kind: 'copy'; readonly id: number; readonly copy: number }
  | { readonly kind: 'add'; readonly id: number };

function editOf(wish: Wish, items: readonly Item[]): FormEdit | undefined {
  const pointer = '/body/items';
  if (wish.kind === 'add') return { kind: 'append', pointer, value: { id: wish.id, name: 'new' } };
  const index = items.findIndex(({ id }) => id === wish.id);
  const item = items[index];
  if (item === undefined) return undefined;
  switch (wish.kind) {
    case 'rename':
      return { kind: 'set', pointer: `${pointer}/${index}/name`, value: wish.name };
    case 'remove':
      return { kind: 'remove', pointer: `${pointer}/${index}` };
    case 'copy':
      return { kind: 'insert', pointer, index: index + 1, value: { ...item, id: wish.copy, name: 'copy' } };
    case 'up':
      return index === 0 ? undefined : { kind: 'move', pointer, from: index, to: index - 1 };
    case 'down':
      return index === items.length - 1 ? undefined : { kind: 'move', pointer, from: index, to: index + 1 };
  }
}

/** A wish of the page, one of somebody who edits the text, or the page hearing of what has changed. */
const step = fc.record({
  by: fc.constantFrom('page', 'page', 'page', 'text', 'look'),
  kind: fc.constantFrom<Wish['kind'][]>('rename', 'remove', 'up', 'down', 'copy', 'add'),
  at: fc.nat(9),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function wishOf(
  { kind, at }: { kind: Wish['kind']; at: number },
  items: readonly Item[],
  turn: number,
): Wish | undefined {
  const id = 100 + turn;
  if (kind === 'add') return { kind, id };
  const chosen = items[at % items.length];
  if (chosen === undefined) return undefined;
  if (kind === 'copy') return { kind, id: chosen.id, copy: id };
  return kind === 'rename' ? { kind, id: chosen.id, name: `name ${turn}` } : { kind, id: chosen.id };
}

/** The one page hears of changes now and then, the other before every edit. */
interface Pair {
  readonly late: Room;
  readonly patient: Room;
}

function take({ by, kind, at }: Step, turn: number, { late, patient }: Pair): void {
  patient.look();
  if (by === 'look') {
    late.look();
    return;
  }
  const chooser = by === 'page' ? late : patient;
  const wish = wishOf({ kind, at }, chooser.shown.items, turn);
  const chosen = wish && editOf(wish, chooser.shown.items);
  const edit = wish && editOf(wish, patient.shown.items);
  if (chosen === undefined) return;
  if (by === 'page') late.edit([chosen]);
  if (edit === undefined) return;
  if (by === 'text') late.become(editText(late.text, edit));
  patient.edit([edit]);
}

/** What is now at the places to which those of the shown items have come, by the ids that were shown. */
function idsFollowed({ changes, shown, version, text }: Room): readonly unknown[] {
  const now: readonly Item[] = JSON.parse(text).body.items;
  return shown.items.flatMap((_, index) => {
    const pointer = changes.placeOf(`/body/items/${index}`, shown.version, version);
    return pointer === undefined ? [] : now[Number(pointer.split('/').at(-1))]?.id;
  });
}

/** The shown items that are there still. */
function idsLeft({ shown, text }: Room): readonly unknown[] {
  const now = new Set(JSON.parse(text).body.items.map(({ id }: Item) => id));
  return shown.items.flatMap(({ id }) => (now.has(id) ? [id] : []));
}

const items = [1, 2, 3, 4].map((id): Item => ({ id, name: `item ${id}` }));

describe('Edits of a text that has changed since', () => {
  it('end where they end one after the other, whenever they are sent and whoever else changes the text', () => {
    const check = fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const pair = { late: new Room(items), patient: new Room(items) };
      for (const [turn, one] of steps.entries()) {
        take(one, turn, pair);
        assert.equal(pair.late.text, pair.patient.text);
        assert.deepEqual(idsFollowed(pair.late), idsLeft(pair.late));
      }
    });
    const emptied = Array.from({ length: 4 }, (): Step => ({ by: 'text', kind: 'remove', at: 0 }));
    fc.assert(check, { numRuns: runs(60), examples: [[[...emptied, { by: 'text', kind: 'add', at: 0 }]]] });
  });

  it('edits nothing for a page that shows a text of long ago', () => {
    const room = new Room(items);
    for (let turn = 0; turn < 200; turn += 1) room.become(JSON.stringify({ body: { items: [], turn } }));
    assert.equal(room.changes.edited([{ kind: 'set', pointer: '/body/turn', value: 0 }], 1), undefined);
    assert.equal(room.changes.placeOf('/body/turn', 1, room.version), undefined);
  });

  it('finds places again behind a text that was no JSON for a moment', () => {
    const room = new Room(items);
    const text = room.text;
    room.become('{ "body":');
    room.become(editText(text, { kind: 'remove', pointer: '/body/items/0' }));
    room.edit([{ kind: 'remove', pointer: '/body/items/2' }]);
    assert.deepEqual(
      JSON.parse(room.text).body.items.map(({ id }: Item) => id),
      [2, 4],
    );
  });

  it('knows a version that has other line ends and nothing else', () => {
    const room = new Room(items);
    room.version += 1;
    room.changes.record(room.version, room.text.replaceAll('\n', '\r\n'));
    room.look();
    room.edit([{ kind: 'set', pointer: '/body/items/0/name', value: 'typed' }]);
    assert.equal(JSON.parse(room.text).body.items[0].name, 'typed');
  });

  it('edits nothing in a text that is no JSON', () => {
    const room = new Room(items);
    room.become('{ "body":');
    room.edit([{ kind: 'remove', pointer: '/body/items/2' }]);
    assert.equal(room.text, '{ "body":');
  });

  it('makes several edits as one, each where its value is', () => {
    const room = new Room(items);
    room.become(editText(room.text, { kind: 'move', pointer: '/body/items', from: 3, to: 0 }));
    room.edit([
      { kind: 'set', pointer: '/body/items/0/name', value: 'first' },
      { kind: 'remove', pointer: '/body/items/3' },
    ]);
    assert.deepEqual(
      JSON.parse(room.text).body.items.map(({ name }: Item) => name),
      ['first', 'item 2', 'item 3'],
    );
  });

  for (const [what, start] of [
    ['an empty list', '{"body":{"items":[]}}'],
    ['no list', '{"body":{}}'],
  ] as const) {
    it(`puts two items into ${what} that one page has added without waiting`, () => {
      const room = new Room([]);
      room.become(start);
      room.look();
      const { version } = room.shown;
      for (const value of [1, 2]) room.edit([{ kind: 'append', pointer: '/body/items', value }], version);
      assert.deepEqual(JSON.parse(room.text), { body: { items: [1, 2] } });
    });
  }
});
