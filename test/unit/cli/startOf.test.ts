import assert from 'node:assert/strict';
import { startOf } from '../../../src/cli/print/startOf';

const lines = (count: number) => Array.from({ length: count }, (_unused, index) => `line ${index + 1}`).join('\n');
const millionLines = `${lines(200)}${'\nanother line'.repeat(999_800)}`;

describe('What of a body is printed to a terminal', () => {
  const rows: readonly (readonly [name: string, text: string, end: string])[] = [
    ['a line', 'one', 'one\n'],
    ['as many lines as are shown', lines(200), 'line 199\nline 200\n'],
    ['a line end behind them', `${lines(200)}\n`, 'line 200\n\n'],
    ['a line more', lines(201), 'line 200\n… 1 more line; --json prints all\n'],
    ['a million lines', millionLines, 'line 200\n… 999,800 more lines; --json prints all\n'],
    ['one endless line', 'x'.repeat(60_000), 'x\n… 10,000 more characters; --json prints all\n'],
    ['an emoji at the edge', `${'x'.repeat(49_999)}😀`, 'x\n… 2 more characters; --json prints all\n'],
  ];
  for (const [name, text, end] of rows) {
    it(`is the start: ${name}`, () => {
      const shown = startOf(text);
      assert.ok(shown.endsWith(end), shown.slice(-80));
      assert.ok(shown.length < 51_000);
      assert.ok(shown.split('\n').length <= 203);
    });
  }
});
