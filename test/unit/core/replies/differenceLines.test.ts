import assert from 'node:assert/strict';
import { differenceLine, differencesMarkdown } from '../../../../src/core/replies/differenceLines';
import type { Difference } from '../../../../src/core/replies/judging/difference';

const one: Difference = {
  kind: 'otherType',
  place: '/data/*/order',
  pointer: '/data/1/order',
  found: 'text',
  documented: 'wholeNumber',
  count: 2,
  isCut: false,
};
const missing: Difference = { ...one, kind: 'missing', found: 'nothing', documented: 'text', count: 1 };
const extra: Difference = { ...one, kind: 'extra', place: '/a|b', pointer: '/a|b', documented: null, count: 1 };

describe('how differences are told', () => {
  const rows: readonly (readonly [Difference, ReturnType<typeof differenceLine>])[] = [
    [
      one,
      {
        isDeparture: true,
        title: 'Another type',
        place: '/data/*/order',
        pointer: '/data/1/order',
        text: 'text, where a whole number is documented (2 places)',
      },
    ],
    // It is not there, so that what it is missing in is shown.
    [
      missing,
      {
        isDeparture: true,
        title: 'Missing',
        place: '/data/*/order',
        pointer: '/data/1',
        text: 'missing, text is documented',
      },
    ],
    [
      extra,
      {
        isDeparture: false,
        title: 'Not documented',
        place: '/a|b',
        pointer: '/a|b',
        text: 'text that is not documented',
      },
    ],
  ];
  for (const [difference, line] of rows) {
    it(line.title, () => assert.deepEqual(differenceLine(difference), line));
  }

  it('as a table of Markdown, in which nothing of the reply is read as such', () => {
    const lines = differencesMarkdown('Demo: Invite', [one, extra]).split('\n');
    assert.deepEqual(lines.slice(2), [
      '| Difference | Place | What |',
      '| --- | --- | --- |',
      '| Another type | ` /data/*/order ` | text, where a whole number is documented \\(2 places\\) |',
      '| Not documented | ` /a\\|b ` | text that is not documented |',
      '',
    ]);
  });
});
