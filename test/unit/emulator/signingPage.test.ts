import assert from 'node:assert/strict';
import type { SigningVisit } from '../../../src/core/recipients/signingVisit';
import { donePage, visitPage } from '../../../src/emulator/signing/signingPage';

const visit: SigningVisit = {
  state: 'open',
  signer: { name: 'Ann', email: 'ann@example.com' },
  documents: [
    { title: 'Lease', fields: ['Signature', 'Date'] },
    { title: 'Rules', fields: [] },
  ],
  progress: [
    { title: 'bob@example.com', order: 1, status: 'fulfilled' },
    { title: 'ann@example.com', order: 2, status: 'pending' },
  ],
};

type Row = readonly [state: SigningVisit['state'], says: RegExp, next: RegExp];

describe('signing page', () => {
  const rows: readonly Row[] = [
    ['waiting', /It is not your turn yet/, /Open this link again/],
    ['locked', /You are locked out/, /has to unlock you/],
    ['used', /You have signed already/, /Refresh the document/],
    ['declined', /This invite was declined/, /Send a new invite/],
    ['expired', /This link has expired/, /Generate a new link/],
    ['cancelled', /This invite was cancelled/, /Send a new invite/],
    ['unknown', /This link is not known/, /Generate a new link/],
    ['placeholder', /A page of the API stands here/, /calls of the API/],
  ];
  for (const row of rows) {
    it(`says what a link that is ${row[0]} means and what to do`, () => check(row));
  }

  it('marks the signer among the others', () => {
    const page = visitPage({ title: 'API' }, visit, 'n');
    assert.match(page, /1 of 2 done/);
    assert.match(page, /aria-current="step">\s*<span class="mark" aria-hidden="true">2/);
    assert.match(page, /Nothing to fill in: you only read this document/);
  });

  it('tells the signer what the sender wrote to them', () => {
    const page = visitPage({ title: 'API' }, { ...visit, notes: ['Sign here & there.', 'Call me.'] }, 'n');
    assert.match(page, /<p class="quiet">Sign here &amp; there\.<\/p>/);
    assert.match(page, /<p class="quiet">Call me\.<\/p>/);
  });

  it('escapes everything that comes from a request', () => {
    const evil = `</style><script>alert('1')</script>`;
    const page = visitPage(
      { title: evil },
      {
        state: 'open',
        signer: { name: evil, email: evil, role: evil },
        documents: [{ title: evil, fields: [evil] }],
        notes: [evil],
        progress: [{ title: evil, order: 1, status: evil }],
      },
      'n',
    );
    assert.doesNotMatch(page + donePage({ title: evil }, visit, 'signed', `https://x/${evil}"`, 'n'), /<script/);
  });

  function check([state, says, next]: Row): void {
    const page = visitPage({ title: 'API' }, { ...visit, state }, 'n');
    assert.match(page, says);
    assert.match(page, next);
    assert.doesNotMatch(page, /<form/);
  }
});
