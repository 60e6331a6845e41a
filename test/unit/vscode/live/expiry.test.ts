import assert from 'node:assert/strict';
import fc from 'fast-check';
import { minutesUntilOver, spansToTry } from '../../../../src/vscode/live/signing/expiry';

describe('How far the clock goes to let a time run out', () => {
  it('is past the end of any life, and never nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 10_000_000_000 }), (lifeMs) => {
        const minutes = minutesUntilOver(lifeMs);
        assert.ok(minutes >= 1 && minutes * 60_000 > lifeMs && (minutes - 1) * 60_000 <= Math.max(lifeMs, 0));
      }),
    );
  });

  it('is two years at most where no end is known', () => {
    assert.ok(spansToTry.every((minutes) => minutes > 0));
    assert.ok(spansToTry.reduce((sum, minutes) => sum + minutes, 0) <= 2 * 366 * 24 * 60);
  });
});
