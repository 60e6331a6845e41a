import assert from 'node:assert/strict';
import { pluralOf } from '../../../src/protocol/words/pluralOf';

it('several of a noun are called as people call them', () => {
  assert.deepEqual(['signer', 'entry', 'address', 'box', 'day', 'copy'].map(pluralOf), [
    'signers',
    'entries',
    'addresses',
    'boxes',
    'days',
    'copies',
  ]);
});
