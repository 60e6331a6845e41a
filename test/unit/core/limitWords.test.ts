import assert from 'node:assert/strict';
import { limitWords } from '../../../src/core/limitWords';
import type { Limits } from '../../../src/core/provider';

const source = 'https://quill.example/docs/limits';

const rows: readonly (readonly [limits: Omit<Limits, 'source'>, words: readonly string[]])[] = [
  [{ calls: { minute: 30, hour: 200 } }, ['At most 30 calls a minute and 200 an hour.']],
  [{ calls: { day: 100, minute: 2 } }, ['At most 2 calls a minute and 100 a day.']],
  [{ calls: {}, others: ['Five signers.'] }, ['Five signers.']],
  [{ calls: { hour: 5 }, others: ['Five signers.'] }, ['At most 5 calls an hour.', 'Five signers.']],
  [{ calls: {} }, []],
];

describe('limitWords', () => {
  for (const [limits, words] of rows) {
    it(`${JSON.stringify(limits)}`, () => assert.deepEqual(limitWords({ ...limits, source }), words));
  }
});
