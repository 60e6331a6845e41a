import assert from 'node:assert/strict';
import { validateRequest } from '../../../../../src/core/forms/checks/validateRequest';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import type { CheckedRequest } from '../../../../../src/vscode/requests/session/checkRequest';
import { quickFixes } from '../../../../../src/vscode/requests/text/quickFixes';
import { createEnvelope, quill } from '../../../fixtures/testProvider';

const request = {
  operation: createEnvelope.id,
  connection: 'production',
  path: { envelope_id: 'e-1' },
  body: {
    signers: [
      { email: 'ann@example.com', order: 1, method: 'none', first_name: null },
      { email: 'ben@example.com', order: 2, method: 'none', first_name: null },
    ],
    title: null,
    expiration: '45',
  },
};

function checked(text: string): CheckedRequest {
  const content = JSON.parse(text) as typeof request;
  const { issues } = validateRequest(createEnvelope, content);
  return { kind: 'checked', request: content, provider: quill, operation: createEnvelope, connections: [], issues };
}

function fixesAt(text: string, place: string) {
  return quickFixes(checked(text), text, { offset: text.indexOf(place) + 1, length: 0 });
}

const text = JSON.stringify(request, undefined, 2);
const renamed = text.replace('"signers"', '"invites"');

describe('quickFixes', () => {
  const rows: readonly (readonly [name: string, text: string, place: string, titles: readonly string[]])[] = [
    ['a value of another form', text, '"45"', ['Write 45']],
    ['one of several', renamed, 'null,\n    "expiration"', ['Leave it out', 'Leave out every null']],
    ['a property under another name', text, '"ann@example.com"', ['Rename "signers" to "invites"']],
    ['a value that is right', text, '"production"', []],
  ];
  for (const [name, given, place, titles] of rows) {
    it(`offers for ${name}: ${titles.join(', ') || 'nothing'}`, () => {
      const found = fixesAt(given, place).map(({ title }) => title);
      assert.deepEqual(found, titles);
    });
  }

  it('finds a missing property where it stands under another name', () => {
    const [fix] = fixesAt(text, '"ann@example.com"').filter(({ title }) => title.startsWith('Rename'));
    assert.equal(editTexts(text, fix?.edits ?? []), renamed);
  });

  it('mends all of one kind in one step', () => {
    const fix = fixesAt(renamed, 'null,\n    "expiration"').find(({ title }) => title === 'Leave out every null');
    const mended = editTexts(renamed, fix?.edits ?? []);
    assert.ok(!mended.includes('null'));
    assert.deepEqual(checked(mended).kind === 'checked' && fixesAt(mended, '"45"').map(({ title }) => title), [
      'Write 45',
    ]);
  });

  it('offers the operations that a misspelled one may mean', () => {
    const state = { kind: 'unknownOperation', operation: 'x', meant: ['quill/a', 'quill/b'] } as const;
    const fixes = quickFixes(state, text, { offset: text.indexOf('quill/'), length: 0 });
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Write "quill/a"', 'Write "quill/b"'],
    );
  });
});
