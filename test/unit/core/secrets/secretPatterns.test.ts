import assert from 'node:assert/strict';
import { secretPatterns } from '../../../../src/core/secrets/search/secretPatterns';

describe('The patterns of a secret', () => {
  const secret = 'S3cr-et+of/one_session';

  it('are made once for what is sent again and again', () => {
    const first = secretPatterns(secret, true);
    for (let other = 0; other < 50; other += 1) secretPatterns(`S3cret-number-${other}`, true);
    assert.equal(secretPatterns(secret, true), first);
  });

  it('are forgotten behind those of many others, and made again as they were', () => {
    const first = secretPatterns(secret, true);
    for (let other = 0; other < 100; other += 1) secretPatterns(`S3cret-number-${other}`, true);
    const again = secretPatterns(secret, true);
    assert.notEqual(again, first);
    assert.deepEqual(again, first);
  });

  it('are fewer where it is not searched in what was encoded twice, whichever was asked for first', () => {
    const deep = secretPatterns(secret, true);
    const plain = secretPatterns(secret, false);
    assert.ok(plain.length < deep.length);
    assert.deepEqual(secretPatterns(secret, true), deep);
  });
});
