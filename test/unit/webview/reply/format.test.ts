import assert from 'node:assert/strict';
import { durationText } from '../../../../src/protocol/words/durationText';
import { formatRemaining } from '../../../../webview/reply/format';

const minute = 60_000;
const hour = 60 * minute;

describe('figures of a reply', () => {
  const cases: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['duration', durationText(0.4), '0 ms'],
    ['duration', durationText(182.4), '182 ms'],
    ['duration', durationText(1234), '1.23 s'],
    ['duration', durationText(12_345), '12.3 s'],
    ['duration', durationText(2 * minute + 5000), '2 min 5 s'],
    ['time left', formatRemaining(0), undefined],
    ['time left', formatRemaining(-5), undefined],
    ['time left', formatRemaining(1), '0:01'],
    ['time left', formatRemaining(14 * minute + 32_000), '14:32'],
    ['time left', formatRemaining(2 * hour + 5 * minute), '2 h 5 min'],
    ['time left', formatRemaining(26 * hour), '1 d 2 h'],
  ];
  for (const [what, actual, expected] of cases) {
    it(`${what}: ${expected}`, () => assert.equal(actual, expected));
  }
});
