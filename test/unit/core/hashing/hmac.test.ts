import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { hmacSha256 } from '../../../../src/core/hashing/hmac';

describe('hmacSha256', () => {
  it('is what Node makes of any key and any message', () => {
    const bytes = fc.uint8Array({ maxLength: 150 });
    fc.assert(
      fc.property(bytes, bytes, (key, message) => {
        const expected = createHmac('sha256', key).update(message).digest('hex');
        assert.equal(Buffer.from(hmacSha256(key, message)).toString('hex'), expected);
      }),
    );
  });
});
