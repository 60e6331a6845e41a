import assert from 'node:assert/strict';
import { rateLimitFacts, tryAgainText } from '../../../../src/core/replies/retryTime';

const now = Date.UTC(2026, 10, 26, 23, 0, 0);

describe('when to try again', () => {
  const rows: readonly (readonly [header: string | undefined, words: string | undefined])[] = [
    ['37', 'Try again in 37 seconds.'],
    ['1', 'Try again in 1 second.'],
    ['600', 'Try again in 10 minutes.'],
    ['86400', 'Try again in 24 hours.'],
    ['Thu, 26 Nov 2026 23:30:00 GMT', 'Try again at Thu, 26 Nov 2026 23:30:00 GMT (in 30 minutes).'],
    [
      'Thu, 26 Nov 2026 22:00:00 GMT',
      'Try again now: the server named Thu, 26 Nov 2026 22:00:00 GMT, which has passed.',
    ],
    [
      'Thu, 26 Nov 2026 23:00:00 GMT',
      'Try again now: the server named Thu, 26 Nov 2026 23:00:00 GMT, which has passed.',
    ],
    ['Thursday, 26-Nov-26 23:30:00 GMT', 'Try again at Thu, 26 Nov 2026 23:30:00 GMT (in 30 minutes).'],
    ['Thu Nov 26 23:30:00 2026', 'Try again at Thu, 26 Nov 2026 23:30:00 GMT (in 30 minutes).'],
    [
      'Thu, 01 Jan 1970 00:00:00 GMT',
      'Try again now: the server named Thu, 01 Jan 1970 00:00:00 GMT, which has passed.',
    ],
    ['0', 'Try again now.'],
    [' 37\t', 'Try again in 37 seconds.'],
    ['999999999', 'Try again in 11574 days.'],
    ['1000000000', undefined],
    ['9'.repeat(400), undefined],
    ['-1', undefined],
    ['+5', undefined],
    ['1e3', undefined],
    ['1.5', undefined],
    ['0x10', undefined],
    ['37 s', undefined],
    ['3, 7', undefined],
    ['soon', undefined],
    ['soon 5', undefined],
    ['Fri 5', undefined],
    ['Thu, 26 Nov 2026', undefined],
    ['Thu, 99 Nov 2026 23:30:00 GMT', undefined],
    ['2026-11-26', undefined],
    [' ', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [header, words] of rows) {
    it(`Retry-After: ${header} is ${words}`, () => {
      assert.equal(tryAgainText(header === undefined ? {} : { 'retry-after': header }, now), words);
    });
  }

  const limits: readonly (readonly [headers: Readonly<Record<string, string>>, words: string | undefined])[] = [
    [{ 'x-ratelimit-limit': '30', 'x-ratelimit-remaining': '0' }, '30 requests are allowed, 0 are left.'],
    [{ 'x-ratelimit-reset': '90' }, 'counted anew in 90 seconds.'],
    [{ 'ratelimit-reset': '1795734600' }, 'counted anew at Thu, 26 Nov 2026 23:10:00 GMT (in 10 minutes).'],
    [{ 'ratelimit-reset': '1795733400' }, 'counted anew at Thu, 26 Nov 2026 22:50:00 GMT, which has passed.'],
    [
      {
        'ratelimit-limit': '200',
        'ratelimit-remaining': '0',
        'ratelimit-reset': '840',
        'x-ratelimit-limit-minute': '30',
        'x-ratelimit-remaining-minute': '17',
        'x-ratelimit-limit-hour': '200',
        'x-ratelimit-remaining-hour': '0',
      },
      '0 of 200 requests of this hour are left, 17 of 30 requests of this minute are left, counted anew in 14 minutes.',
    ],
    [{ 'x-ratelimit-remaining-day': '3' }, '3 requests of this day are left.'],
    [{ 'x-ratelimit-limit-minute': '30' }, undefined],
    [{ 'x-ratelimit-limit': '30;w=60' }, undefined],
    [{}, undefined],
  ];
  for (const [headers, words] of limits) {
    it(`${JSON.stringify(headers)} says ${words}`, () => assert.equal(rateLimitFacts(headers, now), words));
  }
});
