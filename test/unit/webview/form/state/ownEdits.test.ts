import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextChanges } from '../../../../../src/core/requests/editing/textChanges';
import { editedValues } from '../../../../../src/protocol/changes/editedValues';
import type { FormEdit } from '../../../../../src/protocol/form';
import type { JsonObject, JsonValue } from '../../../../../src/protocol/json';
import type { Told } from '../../../../../src/protocol/messages';
import type { FormState } from '../../../../../src/protocol/pages/formState';
import { OwnEdits } from '../../../../../webview/form/state/ownEdits';

/** A page and the host of its text, between which messages take as long as somebody lets them. */
class Distance {
  readonly #toHost: ({ readonly edits: readonly FormEdit[] } & Told)[] = [];
  readonly #toPage: { readonly version: number; readonly handled: number; readonly values: JsonObject }[] = [];
  readonly #changes: TextChanges;
  readonly own: OwnEdits;
  text: string;
  #version = 1;
  #state: FormState;
  shown: JsonObject;

  constructor(values: JsonObject) {
    this.text = JSON.stringify(values);
    this.#changes = new TextChanges(1, this.text);
    this.#state = stateOf(values);
    this.shown = values;
    this.own = new OwnEdits(
      (told) => this.#toHost.push(told),
      () => this.#draw(),
    );
    this.own.follow(1, values, 0);
  }

  make(edit: FormEdit): void {
    this.own.make([edit], this.shown, { isWritten: edit.kind === 'set' });
  }

  /** What somebody else writes into the text. */
  write(edit: FormEdit): void {
    this.#change([edit], this.#version);
    this.#toPage.push({ version: this.#version, handled: this.#handled, values: JSON.parse(this.text) });
  }

  #handled = 0;

  hear(): void {
    const told = this.#toHost.shift();
    if (told === undefined) return;
    this.#change(told.edits, told.version);
    this.#handled = told.number;
    this.#toPage.push({ version: this.#version, handled: told.number, values: JSON.parse(this.text) });
  }

  answer(): void {
    const state = this.#toPage.shift();
    if (state === undefined) return;
    this.#state = stateOf(state.values);
    this.own.follow(state.version, state.values, state.handled);
    this.#draw();
    this.own.settle(state.handled);
  }

  settle(): void {
    while (this.#toHost.length > 0 || this.#toPage.length > 0) {
      this.hear();
      this.answer();
    }
  }

  #draw(): void {
    const state = this.own.over(this.#state);
    if (state.kind === 'form') this.shown = state.values;
  }

  #change(edits: readonly FormEdit[], version: number): void {
    const changed = this.#changes.edited(edits, version);
    if (changed === undefined || changed.text === this.text) return;
    this.#changes.expect(changed);
    this.text = changed.text;
    this.#version += 1;
    this.#changes.record(this.#version, this.text);
  }
}

function stateOf(values: JsonObject): FormState {
  const lists = { issues: [], mendsForAll: [], issueGroups: [], connections: [], notices: [], translations: [] };
  const records = { spellings: {}, attachments: {}, suggestions: {} };
  return { kind: 'form', values, ...lists, ...records, connection: 'emulator', sending: false };
}

const people = (...names: readonly string[]) => ({ people: names.map((name) => ({ name })) });
const namesIn = (values: JsonValue) =>
  JSON.stringify(values)
    .match(/[A-Z]\w*/g)
    ?.join(' ');
const move = (from: number, to: number): FormEdit => ({ kind: 'move', pointer: '/people', from, to });
const remove = (index: number): FormEdit => ({ kind: 'remove', pointer: `/people/${index}` });
const name = (index: number, value: string): FormEdit => ({ kind: 'set', pointer: `/people/${index}/name`, value });

describe('Edits of a page whose host is slow', () => {
  it('are of the rows that one sees: what is moved twice in a moment goes two places', () => {
    const two = new Distance(people('Anna', 'Ben', 'Cleo'));
    two.make(move(0, 1));
    two.make(move(1, 2));
    assert.equal(namesIn(two.shown), 'Ben Cleo Anna');
    two.settle();
    assert.equal(namesIn(JSON.parse(two.text)), 'Ben Cleo Anna');
  });

  it('take out the next row too, and write into one that the host does not know', () => {
    const two = new Distance(people('Anna', 'Ben', 'Cleo'));
    two.make(remove(0));
    two.make(remove(0));
    two.make({ kind: 'append', pointer: '/people', value: { name: 'New' } });
    two.make(name(1, 'Newton'));
    assert.equal(namesIn(two.shown), 'Cleo Newton');
    two.settle();
    assert.equal(namesIn(JSON.parse(two.text)), 'Cleo Newton');
  });

  it('go with their rows where somebody else moves these', () => {
    const two = new Distance(people('Anna', 'Ben', 'Cleo'));
    two.make(move(0, 1));
    two.make(name(1, 'Anne'));
    two.write(remove(2));
    two.write({ kind: 'insert', pointer: '/people', index: 0, value: { name: 'First' } });
    two.answer();
    two.answer();
    assert.equal(namesIn(two.shown), 'First Ben Anne');
    two.settle();
    assert.equal(namesIn(JSON.parse(two.text)), 'First Ben Anne');
  });

  it('tell what comes behind them when they are done', () => {
    const two = new Distance(people('Anna', 'Ben'));
    const heard: string[] = [];
    two.own.inTurn(() => heard.push(`before: ${namesIn(JSON.parse(two.text))}`));
    two.make(remove(0));
    two.make(name(0, 'Bea'));
    two.own.inTurn(() => heard.push('after'));
    assert.deepEqual(heard, ['before: Anna Ben']);
    two.settle();
    assert.deepEqual([...heard, namesIn(two.shown)], ['before: Anna Ben', 'after', 'Bea']);
  });

  it('wait for what reads the values as they were', () => {
    const two = new Distance(people('Anna', 'Ben'));
    const heard: (string | undefined)[] = [];
    const { number } = two.own.count();
    two.own.inTurn(() => heard.push(namesIn(JSON.parse(two.text))), number);
    two.make(name(0, 'Bea'));
    two.settle();
    assert.deepEqual([...heard, namesIn(JSON.parse(two.text))], ['Anna Ben', 'Anna Ben']);
    two.own.settle(number);
    two.settle();
    assert.equal(namesIn(JSON.parse(two.text)), 'Bea Ben');
  });

  it('lead to what was seen, however late each message is', () => {
    const index = fc.nat({ max: 3 });
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(index, index).map(([from, to]) => move(from, to)) },
      index.map(remove),
      fc.tuple(index, fc.constantFrom('Xa', 'Yb')).map(([at, value]) => name(at, value)),
      fc.constant<FormEdit>({ kind: 'append', pointer: '/people', value: { name: 'New' } }),
      index.map((at): FormEdit => ({ kind: 'insert', pointer: '/people', index: at, value: { name: 'In' } })),
      fc.constantFrom('hear' as const, 'answer' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const two = new Distance(people('Anna', 'Ben', 'Cleo', 'Dora'));
        let expected: JsonValue = two.shown;
        for (const one of steps) {
          if (one === 'hear') two.hear();
          else if (one === 'answer') two.answer();
          else if (isThere(one, two.shown)) {
            expected = editedValues(two.shown, [one]);
            two.make(one);
            assert.deepEqual(two.shown, expected);
          }
        }
        const seen = two.shown;
        two.settle();
        assert.deepEqual(two.shown, seen);
        assert.deepEqual(JSON.parse(two.text), seen);
      }),
    );
  });
});

/** Nobody edits a row that is not shown. */
function isThere(edit: FormEdit, { people: rows }: JsonObject): boolean {
  const count = Array.isArray(rows) ? rows.length : 0;
  if (edit.kind === 'append') return true;
  if (edit.kind === 'insert') return edit.index <= count;
  if (edit.kind === 'move') return edit.from < count && edit.to < count;
  return Number(edit.pointer.split('/')[2]) < count;
}
