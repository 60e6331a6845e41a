import assert from 'node:assert/strict';
import { nearestLinks } from '../../../../src/core/replies/nearestLinks';

const named = (...recipients: readonly (string | undefined)[]) =>
  recipients.map((recipient) => (recipient === undefined ? {} : { recipient }));

describe('The links of a reply to choose from', () => {
  it('begin with those of whom the reply before had one, and keep their order otherwise', () => {
    const links = named('ann', undefined, 'lou', 'ben');
    assert.deepEqual(nearestLinks(links, named('lou', undefined)), [2, 0, 1, 3]);
    assert.deepEqual(nearestLinks(links, named('ben', 'ann')), [0, 3, 1, 2]);
    for (const before of [named(), named('cid'), named(undefined)]) {
      assert.deepEqual(nearestLinks(links, before), [0, 1, 2, 3]);
    }
  });
});
