import assert from 'node:assert/strict';
import type { FormEdit } from '../../../../src/protocol/form';
import { editText, rangesIn, smallestReplacement } from '../../../../src/vscode/panels/editText';

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
