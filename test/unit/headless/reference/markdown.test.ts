import assert from 'node:assert/strict';
import { markdown } from '../../../../src/headless/reference/markdown';

const { anchorOf, code, link, prose, table } = markdown;

const rows: readonly (readonly [name: string, found: string, expected: string])[] = [
  ['text without marks', prose('*Bold* [link] <b> _x_ a_b'), '\\*Bold\\* \\[link\\] &lt;b> \\_x\\_ a_b'],
  ['code within text', prose('Set `a_*` to *'), 'Set `a_*` to \\*'],
  ['text of one line', prose('one\n  two'), 'one two'],
  ['code', code('a|b'), '`a|b`'],
  ['code with backticks', code('a `b`'), '`` a `b` ``'],
  ['a link with spaces', link('x', 'https://a.example/b c'), '[x](https://a.example/b%20c)'],
  ['an anchor', anchorOf('Get the URL, (again): e-mail_x'), '#get-the-url-again-e-mail_x'],
  ['a table', table(['A', 'B'], [['1', 'x|y']]), '| A | B |\n| --- | --- |\n| 1 | x\\|y |'],
  ['a table without its empty column', table(['A', 'B'], [['1', '']]), '| A |\n| --- |\n| 1 |'],
];

describe('markdown', () => {
  for (const [name, found, expected] of rows) it(`writes ${name}`, () => assert.equal(found, expected));
});
