import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextChanges } from '../../../../../src/core/requests/editing/textChanges';
import type { FormEdit } from '../../../../../src/protocol/form';
import type { JsonObject, JsonValue } from '../../../../../src/protocol/json';
import type { Told } from '../../../../../src/protocol/messages';
import type { FormState } from '../../../../../src/protocol/pages/formState';
import { isWithin, valueAt } from '../../../../../src/protocol/pointer';
import { followItems, noItems } from '../../../../../webview/form/lists/itemKeys';
import { Draft } from '../../../../../webview/form/state/draft';
import type { FormSession } from '../../../../../webview/form/state/formSession';
import { runs } from '../../../fixtures/runs';

type Telling = { readonly edits: readonly FormEdit[] } & Told;
type StateOf = { readonly version: number; readonly handled: number; readonly values: JsonObject };
type Sessions = typeof FormSession;

/** One request as text, and its history for undo. */
class Host {
  readonly #changes: TextChanges;
  readonly pages: Page[] = [];
  readonly #undo: string[] = [];
  text: string;
  version = 1;

  constructor(values: JsonObject) {
    this.text = JSON.stringify(values);
    this.#changes = new TextChanges(1, this.text);
  }

  get values(): JsonObject {
    return JSON.parse(this.text);
  }

  edit(edits: readonly FormEdit[], version: number): void {
    const changed = this.#changes.edited(edits, version);
    if (changed === undefined || changed.text === this.text) return;
    this.#changes.expect(changed);
    this.#undo.push(this.text);
    this.#set(changed.text);
  }

  undo(): void {
    const text = this.#undo.pop();
    if (text !== undefined) this.#set(text);
  }

  #set(text: string): void {
    this.text = text;
    this.version += 1;
    this.#changes.record(this.version, text);
    for (const page of this.pages) page.tell();
  }
}

/** A field of text as it is drawn, and what a person last did to it. */
interface Field {
  readonly draft: Draft;
  readonly at: { current: string };
  due: (() => void) | undefined;
  leave: () => void;
}

/** A form of it: fields for a title and for the names of people, found again by their keys as lists do it. */
class Page {
  readonly #host: Host;
  readonly #toHost: Telling[] = [];
  readonly #toPage: StateOf[] = [];
  readonly session: FormSession;
  readonly fields = new Map<string, Field>();
  #keys = noItems;
  #handled = 0;
  #state: FormState;
  shown: JsonObject;

  constructor(host: Host, Session: Sessions) {
    this.#host = host;
    this.#state = stateOf(host.values);
    this.shown = host.values;
    const ports = {
      edit: (told: Telling) => void this.#toHost.push(told),
      openMending: () => {},
      chooseFile: () => {},
    };
    this.session = new Session(ports, () => this.#draw());
    this.session.follow(host.version, host.values, 0);
    host.pages.push(this);
    this.#draw();
  }

  tell(): void {
    this.#toPage.push({ version: this.#host.version, handled: this.#handled, values: this.#host.values });
  }

  hear(): void {
    const told = this.#toHost.shift();
    if (told === undefined) return;
    this.#host.edit(told.edits, told.version);
    this.#handled = told.number;
    this.tell();
  }

  answer(): void {
    const state = this.#toPage.shift();
    if (state === undefined) return;
    this.#state = stateOf(state.values);
    this.session.follow(state.version, state.values, state.handled);
    this.#draw();
    this.session.settle(state.handled);
  }

  get isQuiet(): boolean {
    return this.#toHost.length === 0 && this.#toPage.length === 0;
  }

  field(index: number): Field | undefined {
    return [...this.fields.values()][index % Math.max(1, this.fields.size)];
  }

  /** Takes all fields from the screen and draws them anew, as cards and tables take turns. */
  remount(): void {
    for (const key of [...this.fields.keys()]) this.#unmount(key);
    this.#draw();
  }

  #draw(): void {
    const state = this.session.over(this.#state);
    if (state.kind !== 'form') return;
    this.shown = state.values;
    const people = (state.values['people'] ?? []) as readonly JsonValue[];
    this.#keys = followItems(this.#keys, people);
    const places = new Map([
      ['title', '/title'],
      ...this.#keys.keys.map((key, index) => [`person ${key}`, `/people/${index}/name`] as const),
    ]);
    for (const key of [...this.fields.keys()]) if (!places.has(key)) this.#unmount(key);
    for (const [key, pointer] of places) this.#show(key, pointer, valueAt(state.values, pointer));
    this.session.drawn();
  }

  #unmount(key: string): void {
    this.fields.get(key)?.leave();
    this.fields.delete(key);
  }

  #show(key: string, pointer: string, value: JsonValue | undefined): void {
    const known = this.fields.get(key);
    if (known !== undefined) {
      known.at.current = pointer;
      known.draft.follow(value);
      return;
    }
    const at = { current: pointer };
    const draft = new Draft(value, {
      read: (text) => (text === '' ? { kind: 'absent' } : { kind: 'value', value: text }),
      write: (one) => (typeof one === 'string' ? one : ''),
      post: (next, _text, done) => {
        const { current } = at;
        this.session.tell(
          [next === undefined ? { kind: 'remove', pointer: current } : { kind: 'set', pointer: current, value: next }],
          done,
        );
      },
      hold: () => {},
      changed: () => {},
      schedule: (task) => {
        field.due = task;
        return () => {
          field.due = undefined;
        };
      },
    });
    const field: Field = { draft, at, due: undefined, leave: () => {} };
    field.leave = this.session.track(draft, at);
    this.fields.set(key, field);
  }
}

function stateOf(values: JsonObject): FormState {
  const lists = { issues: [], mendsForAll: [], issueGroups: [], connections: [], notices: [], translations: [] };
  const records = { spellings: {}, attachments: {}, suggestions: {} };
  return { kind: 'form', values, ...lists, ...records, connection: 'emulator', sending: false };
}

type EditWish = readonly [kind: string, one: number, other: number];
type Step =
  | { readonly do: 'type' | 'pause'; readonly page: number; readonly field: number }
  | { readonly do: 'hear' | 'answer' | 'remount'; readonly page: number }
  | { readonly do: 'own'; readonly page: number; readonly edit: EditWish }
  | { readonly do: 'text'; readonly edit: EditWish }
  | { readonly do: 'undo' };

const page = fc.nat({ max: 1 });
const index = fc.nat({ max: 3 });
const field = fc.nat({ max: 4 });
const wish = (...kinds: readonly string[]) => fc.tuple(fc.constantFrom(...kinds), index, index);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), page, field }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pause' as const), page, field }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('hear' as const, 'answer' as const), page }) },
  fc.record({ do: fc.constant('remount' as const), page }),
  fc.record({ do: fc.constant('own' as const), page, edit: wish('move', 'remove') }),
  fc.record({ do: fc.constant('text' as const), edit: wish('move', 'insert', 'note') }),
  fc.record({ do: fc.constant('undo' as const) }),
);

/** Two forms of one request, and what was typed last into each field, by the person or the title that it is of. */
class Story {
  readonly host = new Host({ title: 'T', people: ['A', 'B', 'C'].map((id) => ({ id, name: '' })) });
  readonly #pages: readonly Page[];
  readonly #typed = new Map<string, string>();
  readonly #typists = new Map<string, number>();
  /** Into which both have typed: one of them has the last word. */
  readonly #contested = new Set<string>();
  #hasRemoved = false;
  #isSure = true;
  #count = 0;

  constructor(Session: Sessions) {
    this.#pages = [new Page(this.host, Session), new Page(this.host, Session)];
  }

  take(one: Step): void {
    if (one.do === 'text') this.#editText(one.edit);
    else if (one.do === 'undo') {
      // What was typed before may go with it, and so may what is typed into a person who comes back by it.
      this.#typed.clear();
      this.#isSure &&= !this.#hasRemoved;
      this.host.undo();
    } else this.#takeOn(this.#pages[one.page], one);
  }

  #takeOn(own: Page | undefined, one: Extract<Step, { readonly page: number }>): void {
    if (own === undefined) return;
    if (one.do === 'type') this.#type(own, one);
    else if (one.do === 'pause') own.field(one.field)?.due?.();
    else if (one.do === 'own') this.#editOwn(own, one.edit);
    else own[one.do]();
  }

  end(): void {
    do this.#pages.forEach(settle);
    while (this.#pages.some(({ isQuiet }) => !isQuiet));
    const { values } = this.host;
    for (const { shown, fields } of this.#pages) {
      assert.deepEqual(shown, values);
      for (const { draft, at } of fields.values()) assert.equal(draft.text, valueAt(values, at.current) ?? '');
    }
    for (const [id, text] of this.#typed) {
      const there = textOf(id, values);
      if (this.#isSure && !this.#contested.has(id) && there !== undefined) assert.equal(there, text, id);
    }
  }

  #type(own: Page, { page: number, field: at }: { readonly page: number; readonly field: number }): void {
    const typing = own.field(at);
    const id = typing && idOf(typing.at.current, own.shown);
    if (!typing || id === undefined) return;
    this.#count += 1;
    const text = `typed ${this.#count}`;
    typing.draft.type(text);
    if ((this.#typists.get(id) ?? number) !== number) this.#contested.add(id);
    this.#typists.set(id, number);
    this.#typed.set(id, text);
  }

  #editOwn(own: Page, wanted: EditWish): void {
    const edit = editOf(wanted, own.shown);
    this.#hasRemoved ||= edit?.kind === 'remove';
    if (edit) own.session.edit(edit);
  }

  #editText(wanted: EditWish): void {
    const edit = editOf(wanted, this.host.values);
    if (edit) this.host.edit([edit], this.host.version);
  }
}

function settle(own: Page): void {
  for (const { due } of [...own.fields.values()]) due?.();
  while (!own.isQuiet) {
    own.hear();
    own.answer();
  }
}

function editOf([kind, one, other]: EditWish, values: JsonObject): FormEdit | undefined {
  const count = (values['people'] as readonly JsonValue[]).length;
  if (kind === 'note') return { kind: 'set', pointer: '/note', value: `${one} ${other}` };
  if (kind === 'insert') {
    return { kind: 'insert', pointer: '/people', index: Math.min(one, count), value: { name: 'from the text' } };
  }
  if (count === 0) return undefined;
  const at = one % count;
  if (kind === 'remove') return { kind: 'remove', pointer: `/people/${at}` };
  return { kind: 'move', pointer: '/people', from: at, to: other % count };
}

/** Of what a field is; nothing for a person without an id. */
function idOf(pointer: string, values: JsonObject): string | undefined {
  if (!isWithin(pointer, '/people')) return pointer;
  const id = valueAt(values, pointer.replace(/\/name$/, '/id'));
  return typeof id === 'string' ? id : undefined;
}

function textOf(id: string, values: JsonObject): JsonValue | undefined {
  if (id.startsWith('/')) return valueAt(values, id) ?? '';
  const people = values['people'] as readonly { readonly id?: string; readonly name?: string }[];
  const person = people.find((one) => one.id === id);
  return person && (person.name ?? '');
}

describe('What is typed into a form', () => {
  let Session: Sessions;

  before(async () => {
    let state: unknown;
    const setState = (next: unknown) => {
      state = next;
    };
    const api = { postMessage: () => {}, getState: () => state, setState };
    Object.assign(globalThis, { acquireVsCodeApi: () => api });
    ({ FormSession: Session } = await import('../../../../../webview/form/state/formSession'));
  });

  after(() => Reflect.deleteProperty(globalThis, 'acquireVsCodeApi'));

  it('reaches the text, however late messages are and whatever else moves or draws its field', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const story = new Story(Session);
        for (const one of steps) story.take(one);
        story.end();
      }),
      { numRuns: runs(80) },
    );
  });
});
