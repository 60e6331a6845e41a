import assert from 'node:assert/strict';
import { rateLimitFacts, retryTime } from '../../../../src/core/replies/retryTime';

const now = Date.UTC(2026, 10, 26, 23, 0, 0);

describe('when to try again', () => {
  const rows: readonly (readonly [header: string | undefined, words: string | undefined])[] = [
    ['37', 'in 37 seconds'],
    ['1', 'in 1 second'],
    ['600', 'in 10 minutes'],
    ['86400', 'in 24 hours'],
    ['Thu, 26 Nov 2026 23:30:00 GMT', 'at Thu, 26 Nov 2026 23:30:00 GMT (in 30 minutes)'],
    ['Thu, 26 Nov 2026 22:00:00 GMT', 'at Thu, 26 Nov 2026 22:00:00 GMT'],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [header, words] of rows) {
    it(`Retry-After: ${header} is ${words}`, () => {
      assert.equal(retryTime(header === undefined ? {} : { 'retry-after': header }, now), words);
    });
  }

  const limits: readonly (readonly [headers: Readonly<Record<string, string>>, words: string | undefined])[] = [
    [{ 'x-ratelimit-limit': '30', 'x-ratelimit-remaining': '0' }, '30 requests are allowed, 0 are left.'],
    [{ 'x-ratelimit-reset': '90' }, 'counted anew in 90 seconds.'],
    [{ 'ratelimit-reset': '1795734600' }, 'counted anew at Thu, 26 Nov 2026 23:10:00 GMT (in 10 minutes).'],
    [{ 'x-ratelimit-limit': '30;w=60' }, undefined],
    [{}, undefined],
  ];
  for (const [headers, words] of limits) {
    it(`${JSON.stringify(headers)} says ${words}`, () => assert.equal(rateLimitFacts(headers, now), words));
  }
});
