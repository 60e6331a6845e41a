import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesOf, sliceOfText } from '../../../../src/core/secrets/text/matchesOf';

const patterns: readonly RegExp[] = [
  /%[0-7][\da-f]|&#\d{1,7};?|\\u[\da-f]{4}/gi,
  /\\{1,512}/g,
  /\b(?:bearer|basic)\s{1,4}(?=[\w.~+/=-]{8})/gi,
  /\r?\n(?<=[\w+/=-]{16}\r?\n)[ \t]{0,8}(?=[\w+/-])/g,
  /:\/\/[^\s/?#:@"'<>]{0,128}:([^\s/?#@"'<>{}]{1,256})@/g,
];
const piece = fc.constantFrom(
  '\\u0041',
  '%41',
  '&#65;',
  '&#65',
  '\\'.repeat(700),
  'Bearer abcdefgh12 ',
  'QUJD'.repeat(16),
  '\r\n ',
  'https://me:hush@a.example ',
  ' ',
);

/** Longer than what a match may look at, as the slices of the product are. */
const slice = 2048;

describe('Matches in slices of a text', () => {
  it('are those of the whole text, wherever slices end', () => {
    const border = fc.integer({ min: 1, max: 2 });
    const around = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        around,
        border,
        fc.nat({ max: 400 }),
        fc.constantFrom('a ', '%41', 'b'),
        (text, slices, back, filler) => {
          const start = Math.max(0, slices * slice - back);
          const whole = filler.repeat(start).slice(0, start) + text + text + filler.repeat(slice);
          for (const pattern of patterns) {
            const found = [...matchesOf(whole, pattern, slice)].filter((match) => match !== undefined);
            assert.deepEqual(found.map(placeOf), [...whole.matchAll(pattern)].map(placeOf));
          }
        },
      ),
    );
  });

  it('leave time for a pause in each slice', () => {
    const found = [...matchesOf('a'.repeat(5 * sliceOfText), /b/g)];
    assert.deepEqual(found, [undefined, undefined, undefined, undefined]);
  });
});

function placeOf({ index, 0: text }: RegExpExecArray): string {
  return `${index}: ${text}`;
}
