import assert from 'node:assert/strict';
import fc from 'fast-check';
import { getAt } from '../../../../../src/core/requests/pointer';
import type { FormEdit } from '../../../../../src/protocol/form';
import { editTexts } from '../../../../../src/vscode/requests/editing/editTexts';

const text = '{ "a": null,\n  "b": [1, null, 2, null, null],\n  "c": { "d": null, "e": "45" } }';
const remove = (pointer: string): FormEdit => ({ kind: 'remove', pointer });

interface Case {
  readonly name: string;
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
];

describe('editTexts', () => {
  for (const { name, edits, after } of cases)
    it(`makes ${name}`, () => assert.equal(flat(editTexts(text, edits)), flat(after)));

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
