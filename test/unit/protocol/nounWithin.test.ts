import assert from 'node:assert/strict';
import { config } from '@vscode/l10n';
import { nounWithin } from '../../../src/protocol/words/nounWithin';

describe('A title within a sentence', () => {
  const cases: readonly (readonly [title: string, english: string, german: string])[] = [
    ['Signer', 'signer', 'Signer'],
    ['E-mail address', 'e-mail address', 'E-mail address'],
    ['SMS code', 'SMS code', 'SMS code'],
    ['Redirect URIs', 'redirect URIs', 'Redirect URIs'],
    ['document', 'document', 'Document'],
    ['', '', ''],
  ];

  after(() => config({ contents: {} }));

  for (const [title, english, german] of cases) {
    it(JSON.stringify(title), () => {
      config({ contents: {} });
      assert.equal(nounWithin(title), english);
      config({ contents: { 'nouns:small': 'nouns:capital' } });
      assert.equal(nounWithin(title), german);
    });
  }
});
