import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readCredentials } from '../../../../src/vscode/credentials/readCredentials';

describe('readCredentials', () => {
  it('reads what was stored', async () => {
    await fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (credentials) => {
        assert.deepEqual(readCredentials(JSON.stringify(credentials)), { ...credentials });
      }),
    );
  });

  for (const rubbish of ['', 'secret', '{', 'null', '7', '"text"', '["key"]', '{"key":7}', '{"key":{"a":"b"}}']) {
    it(`takes ${JSON.stringify(rubbish)} for none`, () => assert.equal(readCredentials(rubbish), undefined));
  }
});
