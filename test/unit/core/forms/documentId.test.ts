import assert from 'node:assert/strict';
import * as z from 'zod';
import { exampleOfId, readDocumentId } from '../../../../src/core/forms/checks/documentId';
import { defineOperation } from '../../../../src/core/operation';

const id = 'f742655b-7b27-43e1-9e4b-330246b140e6';

const call = {
  title: 'Read',
  summary: 'Reads.',
  method: 'GET',
  docs: 'https://quill.example/docs',
  replies: { 200: z.object({}) },
  examples: [],
} as const;

const readDeed = defineOperation({
  ...call,
  id: 'quill/read-deed',
  path: '/folders/{folder_id}/deeds/{deed_id}',
  request: {
    path: z.object({
      folder_id: z.string().min(1),
      deed_id: z
        .string()
        .min(1)
        .meta({ idShape: 'uuid', refersTo: 'deeds', examples: [id] }),
    }),
  },
});

const strict = defineOperation({
  ...call,
  id: 'quill/read-seal',
  path: '/seals/{seal_id}',
  request: { path: z.object({ seal_id: z.guid().meta({ idShape: 'uuid', refersTo: 'seals', examples: [id] }) }) },
});

const other = '0b0b7a4e-51c3-4b0a-8d2f-0d5bb2d3c9aa';

/** What a text is as the id of a deed. */
const rows: readonly { readonly text: string; readonly id: string; readonly severity?: 'warning' | 'error' }[] = [
  { text: other, id: other },
  { text: id, id },
  { text: `  ${other}\n`, id: other },
  { text: `"${other}"`, id: other },
  { text: `${other},`, id: other },
  { text: `https://api.quill.example/v2/folders/f-1/deeds/${other}/signers?all=1`, id: other },
  { text: `https://app.quill.example/show?deed=${other}`, id: other },
  { text: `deeds/${other}`, id: other },
  { text: 'not-a-uuid', id: 'not-a-uuid', severity: 'warning' },
  {
    text: '016c8d15f909003085ed074a06236bc50bb3e1c3',
    id: '016c8d15f909003085ed074a06236bc50bb3e1c3',
    severity: 'warning',
  },
  { text: 'https://quill.example/', id: 'https://quill.example/', severity: 'error' },
  { text: '<deed id>', id: '<deed id>', severity: 'error' },
  { text: 'undefined', id: 'undefined', severity: 'error' },
  { text: '{{deed}}', id: '{{deed}}', severity: 'error' },
  { text: '..', id: '..', severity: 'error' },
];

describe('A text as the id of a document', () => {
  for (const { text, id: expected, severity } of rows) {
    it(`${severity === undefined ? 'is one' : `is met with ${severity === 'error' ? 'an error' : 'a warning'}`}: ${JSON.stringify(text)}`, () => {
      const read = readDocumentId([readDeed], 'deeds', text);
      assert.deepEqual([read.id, read.issue?.severity], [expected, severity]);
    });
  }

  it('is shown an example of one where it is none', () => {
    assert.match(readDocumentId([readDeed], 'deeds', 'not-a-uuid').issue?.message ?? '', new RegExp(id));
    assert.match(readDocumentId([readDeed], 'deeds', '{{deed}}').issue?.message ?? '', new RegExp(id));
    assert.equal(exampleOfId([readDeed], 'deeds'), id);
    assert.equal(exampleOfId([readDeed], 'wills'), undefined);
  });

  it('is refused where no call would take it', () => {
    assert.equal(readDocumentId([strict], 'seals', 'not-a-uuid').issue?.severity, 'error');
    assert.deepEqual(readDocumentId([strict], 'seals', `<${other}>`).issue?.severity, 'error');
  });

  it('is taken as it stands where nothing is known of the ids', () => {
    assert.deepEqual(readDocumentId([readDeed], 'wills', ' W 1 '), { id: 'W 1' });
  });
});
