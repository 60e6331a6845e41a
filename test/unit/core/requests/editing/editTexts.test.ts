import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editText } from '../../../../../src/core/requests/editing/editText';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import { getAt } from '../../../../../src/core/requests/pointer';
import type { FormEdit } from '../../../../../src/protocol/form';
import type { JsonValue } from '../../../../../src/protocol/json';
import { runs } from '../../../fixtures/runs';

const text = '{ "a": null,\n  "b": [1, null, 2, null, null],\n  "c": { "d": null, "e": "45" } }';
const remove = (pointer: string): FormEdit => ({ kind: 'remove', pointer });
const set = (pointer: string, value: JsonValue): FormEdit => ({ kind: 'set', pointer, value });
const append = (pointer: string, value: JsonValue): FormEdit => ({ kind: 'append', pointer, value });
const insert = (pointer: string, value: JsonValue): FormEdit => ({ kind: 'insert', pointer, index: 0, value });

interface Case {
  readonly name: string;
  readonly text?: string;
  readonly edits: readonly FormEdit[];
  readonly after: string;
}

const cases: readonly Case[] = [
  { name: 'none', edits: [], after: text },
  {
    name: 'removals, by the places the items had before',
    edits: [remove('/a'), remove('/b/1'), remove('/b/3'), remove('/b/4'), remove('/c/d')],
    after: '{ "b": [1, 2],\n  "c": { "e": "45" } }',
  },
  {
    name: 'removals at the start and of all',
    edits: ['/b/0', '/b/1', '/c/d', '/c/e'].map(remove),
    after: '{ "a": null,\n  "b": [2, null, null],\n  "c": {  } }',
  },
  {
    name: 'values and names',
    edits: [
      { kind: 'set', pointer: '/c/e', value: 45 },
      { kind: 'rename', pointer: '/a', key: 'z' },
    ],
    after: text.replace('"45"', '45').replace('"a"', '"z"'),
  },
  {
    name: 'the outer of two edits of one place',
    edits: [{ kind: 'set', pointer: '/c/e', value: 45 }, remove('/c')],
    after: '{ "a": null,\n  "b": [1, null, 2, null, null] }',
  },
  {
    name: 'a value that is new, after all others',
    edits: [{ kind: 'set', pointer: '/c/f', value: 1 }, remove('/a')],
    after: '{ "b": [1, null, 2, null, null],\n  "c": { "d": null, "e": "45", "f": 1 } }',
  },
  {
    name: 'values in what is not there yet, in one object for all of them',
    edits: [
      { kind: 'set', pointer: '/n/m/x', value: 1 },
      { kind: 'set', pointer: '/n/m/y', value: [2] },
      { kind: 'append', pointer: '/n/l', value: 3 },
      { kind: 'append', pointer: '/n/l', value: 4 },
    ],
    after: `${text.slice(0, -2)}, "n": { "m": { "x": 1, "y": [2] }, "l": [3, 4] } }`,
  },
  {
    name: 'items at one place, in their order, with their digits',
    edits: [
      { kind: 'insert', pointer: '/b', index: 1, value: 7, written: '7.0' },
      { kind: 'insert', pointer: '/b', index: 1, value: 8 },
      { kind: 'append', pointer: '/b', value: 1, written: '1e0' },
    ],
    after: text.replace('[1, null, 2, null, null]', '[1, 7, 8, null, 2, null, null, 1]'),
  },
  {
    name: 'another order, with what an old one does not name last',
    edits: [{ kind: 'arrange', pointer: '/b', order: [2, 0] }],
    after: text.replace('[1, null, 2, null, null]', '[2, 1, null, null, null]'),
  },
  {
    name: 'an order that names items twice, and such as are not there',
    edits: [{ kind: 'arrange', pointer: '/b', order: [2, 2, 9, 0] }],
    after: text.replace('[1, null, 2, null, null]', '[2, 1, null, null, null]'),
  },
  {
    name: 'a value that goes behind items that stand elsewhere once others are taken out',
    edits: [remove('/l/0'), remove('/l/1/0'), { kind: 'append', pointer: '/l/2', value: 9 }, remove('/l/2/0')],
    text: '{ "l": [[0], [1, 1], [2, 2], [3]] }',
    after: '{ "l": [[1], [2, 9], [3]] }',
  },
  ...[
    ...['null', '"x"', '7', 'true', '[]', '[1]'].map((there) => ({
      there,
      edits: [set('/v/w/x', 1)],
      become: '{"w":{"x":1}}',
    })),
    ...['null', '"x"', '{}'].map((there) => ({ there, edits: [append('/v', 1)], become: '[1]' })),
    ...['null', '"x"', '[]'].map((there) => ({ there, edits: [append('/v/w', 1)], become: '{"w":[1]}' })),
    ...['null', '"x"'].map((there) => ({ there, edits: [insert('/v/w', 1)], become: '{"w":[1]}' })),
    ...['null', '"x"'].map((there) => ({ there, edits: [set('/v/1', 1)], become: '[1]' })),
    { there: '"x"', edits: [set('/v', 'y'), set('/v/w', 1)], become: '{"w":1}' },
    { there: '"x"', edits: [set('/v/w', 1), set('/v', 'y')], become: '"y"' },
    { there: '"x"', edits: [set('/v/__proto__/w', 1)], become: '{"__proto__":{"w":1}}' },
  ].map(({ there, edits, become }) => ({
    name: `${JSON.stringify(edits)} where ${there} stands`,
    ...{ text: `{"v":${there},"z":0}`, edits, after: `{"v":${become},"z":0}` },
  })),
  {
    name: 'a value that is new, and one in it',
    edits: [set('/n', 'x'), set('/n/m', 'x')],
    after: `${text.slice(0, -2)}, "n": { "m": "x" } }`,
  },
];

describe('editTexts', () => {
  for (const { name, edits, after, text: before = text } of cases)
    it(`makes ${name}`, () => assert.equal(flat(editTexts(before, edits)), flat(after)));

  it('keeps how values are spelled, whatever their place', () => {
    const list = '{ "l": [1.0, {"a": 1e2}, 9007199254740993] }';
    assert.equal(
      editTexts(list, [{ kind: 'arrange', pointer: '/l', order: [2, 1, 0] }]),
      '{ "l": [9007199254740993, {"a": 1e2}, 1.0] }',
    );
    assert.match(editTexts(list, [{ kind: 'append', pointer: '/l', value: 7, written: '7.00' }]), /7\.00/);
    assert.match(editTexts(list, [{ kind: 'set', pointer: '/l/0', value: 7, written: '7.0' }]), /\[\s*7\.0,/);
  });

  it('comes to what its edits come to one by one', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'x');
    const pointer = fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => `/${keys.join('/')}`);
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), pointer, value: fc.jsonValue() as fc.Arbitrary<JsonValue> }),
      fc.record({ kind: fc.constant('append' as const), pointer: fc.constantFrom('/l', '/m'), value: fc.nat() }),
    );
    const before = '{\n  "a": { "b": {}, "c": {"a": 1} },\n  "b": null, "c": "x",\n  "l": [1],\n  "m": []\n}';
    const there = ['/a', '/a/b', '/a/c'];
    fc.assert(
      fc.property(fc.uniqueArray(edit, { selector: (own) => (own.kind === 'append' ? own : own.pointer) }), (edits) => {
        // What lies in another value that is replaced as well goes with that one.
        const pointers = edits.map((own) => own.pointer);
        fc.pre(
          pointers.every((one) => !pointers.some((other) => there.includes(other) && one.startsWith(`${other}/`))),
        );
        const single = edits.reduce(editText, before);
        assert.deepEqual(JSON.parse(editTexts(before, edits)), JSON.parse(single));
      }),
      { numRuns: runs(60) },
    );
  });

  it('takes out of any list what is asked for and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.json(), fc.boolean())), (items) => {
        const before = `{ "list": [${items.map(([json]) => json).join(' ,\n')}] }`;
        const edits = items.flatMap(([, goes], index) => (goes ? [remove(`/list/${index}`)] : []));
        const kept = items.filter(([, goes]) => !goes).map(([json]) => JSON.parse(json));
        assert.deepEqual(getAt(JSON.parse(editTexts(before, edits)), '/list'), kept);
      }),
    );
  });
});

/** How a new property is laid out is the formatter's business. */
function flat(json: string): unknown {
  return JSON.stringify(JSON.parse(json));
}
