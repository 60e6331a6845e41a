import assert from 'node:assert/strict';
import { countOf, itemsNoun } from '../../../src/protocol/words/itemNouns';

describe('What items are called', () => {
  const several = {
    Signer: 'signers',
    Entry: 'entries',
    Address: 'addresses',
    Box: 'boxes',
    Day: 'days',
    Copy: 'copies',
  };

  for (const [itemLabel, plural] of Object.entries(several)) {
    it(`several of ${itemLabel} are ${plural}`, () => {
      assert.equal(itemsNoun({ itemLabel }), plural);
      assert.equal(countOf(2, { itemLabel }), `2 ${plural}`);
      assert.match(countOf(1, { itemLabel }), new RegExp(`^1 ${itemLabel.toLowerCase()}$`));
    });
  }

  it('several are as their list says, where no rule of English tells it', () => {
    const nouns = { itemLabel: 'Variable', itemsLabel: 'Variablen' };
    assert.deepEqual(
      [countOf(1, nouns), countOf(0, nouns), countOf(2, nouns)],
      ['1 variable', '0 variablen', '2 variablen'],
    );
  });
});
