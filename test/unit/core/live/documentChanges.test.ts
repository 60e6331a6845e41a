import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Status } from '../../../../src/core/documents';
import {
  changeInWords,
  documentChanges,
  type WatchedDocument,
  type WatchedRecipient,
} from '../../../../src/core/live/documentChanges';

type Tone = Status['tone'];

const person = (title: string, tone: Tone, order?: number): WatchedRecipient => ({
  id: title,
  title,
  status: { text: tone, tone },
  ...(order !== undefined && { order }),
});

const document = (...recipients: readonly WatchedRecipient[]): WatchedDocument => ({
  collection: 'contracts',
  id: '1',
  title: 'Lease',
  recipients,
});

const said = (before: WatchedDocument, after: WatchedDocument) =>
  documentChanges([before], [after]).map((change) => changeInWords(change));

describe('What people did to a document', () => {
  it('is told with whose turn it is', () => {
    const before = document(person('Ann', 'open', 1), person('Ben', 'waiting', 2), person('Cid', 'waiting', 2));
    const after = document(person('Ann', 'done', 1), person('Ben', 'open', 2), person('Cid', 'open', 2));
    assert.deepEqual(said(before, after), ['Lease: Ann signed. It is the turn of Ben and Cid.']);
  });

  it('is told with who is left, where nobody has to wait', () => {
    const before = document(person('Ann', 'open'), person('Ben', 'open'));
    assert.deepEqual(said(before, document(person('Ann', 'done'), person('Ben', 'open'))), [
      'Lease: Ann signed. Still to sign: Ben.',
    ]);
    assert.deepEqual(said(before, document(person('Ann', 'done'), person('Ben', 'done'))), [
      'Lease: Ann signed and Ben signed. Everyone is done.',
    ]);
  });

  it('names nobody as next where somebody declined or ran out of time', () => {
    const before = document(person('Ann', 'open', 1), person('Ben', 'waiting', 2));
    for (const [tone, words] of [
      ['refused', 'declined'],
      ['expired', 'ran out of time'],
    ] as const) {
      assert.deepEqual(said(before, document(person('Ann', tone, 1), person('Ben', 'waiting', 2))), [
        `Lease: Ann ${words}.`,
      ]);
    }
  });

  it('is nothing where a document came, went, or stands as it did, or where demo data are back', () => {
    const one = document(person('Ann', 'done', 1), person('Ben', 'open', 2));
    assert.deepEqual(documentChanges([], [one]), []);
    assert.deepEqual(documentChanges([one], []), []);
    assert.deepEqual(documentChanges([one], [one]), []);
    assert.deepEqual(documentChanges([one], [document(person('Ann', 'open', 1), person('Ben', 'waiting', 2))]), []);
  });

  it('never names as next somebody who is done, or who waits for another', () => {
    const tones: readonly Tone[] = ['waiting', 'open', 'done', 'refused', 'expired'];
    const state = fc.record({ tone: fc.constantFrom(...tones), order: fc.option(fc.integer({ min: 1, max: 3 })) });
    fc.assert(
      fc.property(fc.array(fc.tuple(state, fc.constantFrom(...tones)), { minLength: 1, maxLength: 6 }), (people) => {
        const at = (which: 'before' | 'after') =>
          document(
            ...people.map(([{ tone, order }, later], index) =>
              person(`P${index}`, which === 'before' ? tone : later, order ?? undefined),
            ),
          );
        for (const { left, next, acted } of documentChanges([at('before')], [at('after')])) {
          assert.ok(acted.length > 0);
          for (const one of [...left, ...next]) assert.ok(['waiting', 'open'].includes(one.status?.tone ?? ''));
          assert.ok(next.every((one) => left.includes(one)));
        }
      }),
    );
  });
});
