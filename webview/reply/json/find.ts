import type { JsonRow } from './jsonRows';
import { escapedKey, escapedText, rowText, valueStart } from './rowText';

export interface Wanted {
  readonly text: string;
  readonly matchCase: boolean;
}

export interface TextExtent {
  readonly start: number;
  readonly end: number;
}

/** Places in the text that a row shows. */
export interface RowMatch extends TextExtent {
  readonly row: number;
}

/** More are not counted. */
export const mostMatches = 10_000;

/** All places of a text. */
export function findInText(text: string, wanted: Wanted): readonly TextExtent[] {
  const pattern = patternOf(wanted);
  return pattern ? Array.from(firstOf(text.matchAll(pattern)), extentOf) : [];
}

/** In all rows, folded ones too. Text that is spelled with escapes is found by what it says as well. */
export function findInRows(text: string, rows: readonly JsonRow[], wanted: Wanted): readonly RowMatch[] {
  const pattern = patternOf(wanted);
  if (pattern === undefined) return [];
  const found: RowMatch[] = [];
  for (const [row, line] of rows.entries()) {
    for (const extent of findInRow(text, line, pattern)) found.push({ row, ...extent });
    if (found.length >= mostMatches) break;
  }
  return found.slice(0, mostMatches);
}

function findInRow(text: string, row: JsonRow, pattern: RegExp): readonly TextExtent[] {
  const shown = rowText(text, row);
  if (isIn(shown, pattern)) return Array.from(shown.matchAll(pattern), extentOf);
  const start = valueStart(row);
  const [key, value] = [escapedKey(text, row), escapedText(text, row)];
  return [
    ...(key !== undefined && isIn(key, pattern) ? [{ start: 0, end: row.keyEnd - row.keyStart }] : none),
    ...(value !== undefined && isIn(value, pattern) ? [{ start, end: start + row.end - row.start }] : none),
  ];
}

const none: readonly TextExtent[] = [];

function isIn(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
}

function extentOf(match: RegExpExecArray): TextExtent {
  return { start: match.index, end: match.index + match[0].length };
}

function* firstOf(matches: Iterable<RegExpExecArray>): Generator<RegExpExecArray> {
  let left = mostMatches;
  for (const match of matches) {
    if (left === 0) return;
    left -= 1;
    yield match;
  }
}

/** A pattern keeps places right where upper and lower case have not the same length. */
function patternOf({ text, matchCase }: Wanted): RegExp | undefined {
  if (text === '') return undefined;
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), matchCase ? 'gu' : 'giu');
}
