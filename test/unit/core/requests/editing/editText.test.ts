import assert from 'node:assert/strict';
import { editText, rangesIn, smallestReplacement } from '../../../../../src/core/requests/editing/editText';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import type { FormEdit } from '../../../../../src/protocol/form';

const text = `{
  "operation": "demo/invite",
  "connection": "emulator",
  "path": { "id": "7" },
  "body": {
    "list": [
      "a",
      "b"
    ]
  }
}
`;

interface Case {
  readonly name: string;
  readonly before?: string;
  readonly edit: FormEdit;
  readonly after: unknown;
}

const cases: readonly Case[] = [
  { name: 'sets a value', edit: { kind: 'set', pointer: '/path/id', value: '8' }, after: { path: { id: '8' } } },
  {
    name: 'adds a missing property with its parents',
    edit: { kind: 'set', pointer: '/query/page/size', value: 3 },
    after: { query: { page: { size: 3 } } },
  },
  {
    name: 'sets a list item',
    edit: { kind: 'set', pointer: '/body/list/1', value: 'c' },
    after: { body: { list: ['a', 'c'] } },
  },
  {
    name: 'starts a list that is missing',
    edit: { kind: 'insert', pointer: '/body/more', index: 0, value: 'x' },
    after: { body: { list: ['a', 'b'], more: ['x'] } },
  },
  {
    name: 'inserts before an item',
    edit: { kind: 'insert', pointer: '/body/list', index: 0, value: 'x' },
    after: { body: { list: ['x', 'a', 'b'] } },
  },
  {
    name: 'appends when the index is behind the end',
    edit: { kind: 'insert', pointer: '/body/list', index: 9, value: 'x' },
    after: { body: { list: ['a', 'b', 'x'] } },
  },
  {
    name: 'moves an item down',
    edit: { kind: 'move', pointer: '/body/list', from: 0, to: 1 },
    after: { body: { list: ['b', 'a'] } },
  },
  {
    name: 'moves an item up',
    edit: { kind: 'move', pointer: '/body/list', from: 1, to: 0 },
    after: { body: { list: ['b', 'a'] } },
  },
  { name: 'leaves a move of nothing alone', edit: { kind: 'move', pointer: '/body/list', from: 5, to: 0 }, after: {} },
  { name: 'removes a property', edit: { kind: 'remove', pointer: '/path/id' }, after: { path: {} } },
  { name: 'removes an item', edit: { kind: 'remove', pointer: '/body/list/0' }, after: { body: { list: ['b'] } } },
  {
    name: 'renames a property',
    edit: { kind: 'rename', pointer: '/path/id', key: 'a"b' },
    after: { path: { 'a"b': '7' } },
  },
  { name: 'renames no item', edit: { kind: 'rename', pointer: '/body/list/0', key: 'x' }, after: {} },
  { name: 'renames nothing when nothing is there', edit: { kind: 'rename', pointer: '/query/x', key: 'y' }, after: {} },
  { name: 'removes nothing when nothing is there', edit: { kind: 'remove', pointer: '/query/x' }, after: {} },
  {
    name: 'takes digits as a name where an object stands',
    before: '{ "body": { "1": "x" } }',
    edit: { kind: 'set', pointer: '/body/1', value: 'y' },
    after: { body: { '1': 'y' } },
  },
  {
    name: 'unescapes names',
    before: '{ "body": { "a/b": 1 } }',
    edit: { kind: 'set', pointer: '/body/a~1b', value: 2 },
    after: { body: { 'a/b': 2 } },
  },
];

function check({ before = text, edit, after }: Case): void {
  const edited = editText(before, edit);
  assert.deepEqual(JSON.parse(edited), { ...JSON.parse(before), ...(after as object) });
  const replacement = smallestReplacement(before, edited);
  if (replacement === undefined) assert.equal(edited, before);
  else
    assert.equal(
      before.slice(0, replacement.offset) + replacement.text + before.slice(replacement.offset + replacement.length),
      edited,
    );
}

describe('editText', () => {
  for (const one of cases) it(one.name, () => check(one));

  it('touches nothing but the value', () => {
    const odd = '{\r\n\t"path" : {"id":"7"},\r\n\t"body": [ 1,2 ]\r\n}';
    assert.equal(editText(odd, { kind: 'set', pointer: '/path/id', value: '8' }), odd.replace('"7"', '"8"'));
  });

  it('indents with tabs where tabs are used', () => {
    const edited = editText('{\n\t"path": {}\n}', { kind: 'set', pointer: '/path/id', value: '8' });
    assert.match(edited, /\n\t\t"id": "8"/);
  });

  it('replaces only what differs', () => {
    assert.deepEqual(smallestReplacement('abcabc', 'abXbc'), { offset: 2, length: 2, text: 'X' });
    assert.deepEqual(smallestReplacement('aaa', 'aa'), { offset: 2, length: 1, text: '' });
    assert.equal(smallestReplacement('same', 'same'), undefined);
  });
});

describe('rangesIn', () => {
  const at = (pointer: string): string => {
    const { offset, length } = rangesIn(text)(pointer);
    return text.slice(offset, offset + length);
  };

  it('finds a value', () => assert.equal(at('/body/list/1'), '"b"'));
  it('falls back to the parent of what is missing', () => assert.equal(at('/path/name'), '{ "id": "7" }'));
  it('falls back to the start of the file', () => assert.equal(at('/query/x'), '{'));
});

describe('editText: what values cannot hold', () => {
  const odd = `{
  "body": {
    "order": 1,
    "order": 7.0,
    "big": 12345678901234567890,
    "list": [
      { "n": 1.10, "n": 1.0 },
      { "n": 2 }
    ]
  }
}`;
  const changed = (from: string, to: string): string => odd.replace(from, to);
  const rows: readonly (readonly [name: string, edit: FormEdit, after: string])[] = [
    ['another value is changed', { kind: 'set', pointer: '/body/list/1/n', value: 3 }, changed('"n": 2', '"n": 3')],
    ['the name that counts is changed', { kind: 'set', pointer: '/body/order', value: 8 }, changed('7.0', '8')],
    [
      'the name that counts is taken out',
      { kind: 'remove', pointer: '/body/order' },
      changed('    "order": 7.0,\n', ''),
    ],
    [
      'an item moves with its digits and its names',
      { kind: 'move', pointer: '/body/list', from: 0, to: 1 },
      changed(
        '      { "n": 1.10, "n": 1.0 },\n      { "n": 2 }',
        '      { "n": 2 },\n      {\n        "n": 1.10,\n        "n": 1.0\n      }',
      ),
    ],
    [
      'an item is copied with its digits',
      { kind: 'insert', pointer: '/body/list', index: 1, value: { n: 1 } },
      changed('{ "n": 1.10, "n": 1.0 },', '{ "n": 1.10, "n": 1.0 },\n      {\n        "n": 1.0\n      },'),
    ],
    [
      'JSON is typed',
      { kind: 'set', pointer: '/body/big', value: [1, 2], written: '[1.00, 2]' },
      changed('12345678901234567890', '[\n      1.00,\n      2\n    ]'),
    ],
    [
      'an object is changed in part',
      { kind: 'set', pointer: '/body/list/0', value: { n: 1, m: 2 } },
      changed('{ "n": 1.10, "n": 1.0 }', '{\n        "n": 1.0,\n        "m": 2\n      }'),
    ],
  ];
  for (const [name, edit, after] of rows) {
    it(`keeps them when ${name}`, () => {
      assert.equal(withoutBlanks(editText(odd, edit)), withoutBlanks(after));
    });
  }

  it('keeps them when several edits are one', () => {
    const edits: readonly FormEdit[] = [
      { kind: 'set', pointer: '/body/order', value: 8 },
      { kind: 'remove', pointer: '/body/list/1' },
    ];
    assert.equal(editTexts(odd, edits), changed('7.0', '8').replace(',\n      { "n": 2 }', ''));
  });

  it('leads to the name that counts', () => {
    const { offset, length } = rangesIn(odd)('/body/order');
    assert.equal(odd.slice(offset, offset + length), '7.0');
  });

  it('a text that holds characters of no meaning comes out as it was', () => {
    const strange = '{ "a": 1.0, "b": "\uE0000", "b": "\uE0010" }';
    const edited = editText(strange, { kind: 'set', pointer: '/c', value: 1 });
    assert.equal(withoutBlanks(edited), withoutBlanks(strange).replace('}', ',"c":1}'));
  });
});

/** Blanks within the texts of the cases say nothing; the formatter lays out neighbours anew. */
function withoutBlanks(json: string): string {
  return json.replace(/\s+/g, '');
}
