import assert from 'node:assert/strict';
import { nearest } from '../../../src/cli/nearest';

describe('nearest word', () => {
  const words = ['operations', 'validate', 'send', 'emulator'];
  const rows: readonly (readonly [word: string, meant: string | undefined])[] = [
    ['send', 'send'],
    ['sned', 'send'],
    ['op', 'operations'],
    ['validat', 'validate'],
    ['emlator', 'emulator'],
    ['zzzzzz', undefined],
  ];
  for (const [word, meant] of rows) {
    it(`${word} is ${meant ?? 'none'}`, () => assert.equal(nearest(word, words), meant));
  }
});
