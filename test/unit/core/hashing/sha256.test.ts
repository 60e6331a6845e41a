import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from '../../../../src/core/hashing/sha256';

describe('sha256', () => {
  it('is what Node makes of any bytes, wherever they stand', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, fc.nat(70), (content, skipped) => {
        const part = content.subarray(Math.min(skipped, content.length));
        assert.equal(sha256(part), createHash('sha256').update(part).digest('hex'));
      }),
    );
  });
});
