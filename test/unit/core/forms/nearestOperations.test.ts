import assert from 'node:assert/strict';
import { nearestOperations } from '../../../../src/core/forms/wording/nearestOperations';

const operations = [
  'quill/create-invite',
  'quill/delete-invite',
  'quill/list-envelopes',
  'inkwell/add-member',
  'inkwell/list-envelopes',
].map((id) => ({ id }));

describe('nearestOperations', () => {
  const cases: readonly (readonly [id: string, meant: readonly string[]])[] = [
    ['quill/create-invit', ['quill/create-invite', 'quill/delete-invite']],
    ['quil/create-invite', ['quill/create-invite', 'quill/delete-invite']],
    ['quill-v3/list-envelopes', ['quill/list-envelopes', 'inkwell/list-envelopes']],
    ['quill/add-member', ['inkwell/add-member']],
    ['quill/remove-invites', ['quill/create-invite', 'quill/delete-invite']],
    ['add-member', ['inkwell/add-member']],
    ['x', []],
    ['', []],
    ['constructor/__proto__', []],
  ];
  for (const [id, meant] of cases) {
    it(`takes "${id}" for ${meant[0] ?? 'nothing known'}`, () =>
      assert.deepEqual(nearestOperations(id, operations), meant));
  }
});
