import assert from 'node:assert/strict';
import type { HistorySummary } from '../../../../../src/core/history/entry';
import { agoText } from '../../../../../src/core/history/listing/agoText';
import { groupEntries } from '../../../../../src/core/history/listing/groupEntries';
import {
  filterText,
  type Grouping,
  isFiltered,
  readLens,
  wholeHistory,
} from '../../../../../src/core/history/listing/lens';
import { monogram } from '../../../../../src/core/history/listing/monogram';
import { rowText } from '../../../../../src/core/history/listing/rowText';
import { providers } from '../../../../../src/providers';

const noon = new Date(2026, 4, 10, 12).getTime();
const hour = 3_600_000;

function entry(id: string, more: Partial<HistorySummary> = {}): HistorySummary {
  const names = { provider: 'demo', operation: 'demo/send', connection: 'emulator', environment: 'Emulator' };
  return { id, sentAt: noon, ...names, failed: false, status: 200, ...more };
}

const ofBox = (document: string) => ({ subject: { document } });
const ofRun = (run: string) => ({ scenario: { run, workflow: `flow ${run}`, step: 's' } });

const words = {
  now: noon + hour,
  language: 'en',
  provider: (id: string) => id.toUpperCase(),
  document: ({ subject }: HistorySummary) => (subject?.document === 'b1' ? 'Lease' : undefined),
};

const grouped: Readonly<
  Record<Exclude<Grouping, 'none'>, readonly [readonly HistorySummary[], readonly (readonly string[])[]]>
> = {
  day: [
    [
      entry('a'),
      entry('b', { sentAt: noon - 13 * hour }),
      entry('c', { sentAt: noon - 35 * hour }),
      entry('d', { sentAt: noon - 36.5 * hour }),
    ],
    [
      ['Today', 'a'],
      ['Yesterday', 'b', 'c'],
      ['May 8, 2026', 'd'],
    ],
  ],
  document: [
    [
      entry('a'),
      entry('b', ofBox('b1')),
      entry('c', ofBox('b2')),
      entry('d', ofBox('b1')),
      entry('e', { ...ofBox('b1'), connection: 'live' }),
    ],
    [
      ['Lease', 'b', 'd'],
      ['b2', 'c'],
      ['Lease', 'e'],
      ['Without a document', 'a'],
    ],
  ],
  provider: [
    [entry('a'), entry('b', { provider: 'other' }), entry('c')],
    [
      ['DEMO', 'a', 'c'],
      ['OTHER', 'b'],
    ],
  ],
  scenario: [
    [entry('a', ofRun('two')), entry('b'), entry('c', ofRun('one')), entry('d', ofRun('two'))],
    [
      ['flow two · 1 h ago', 'a', 'd'],
      ['flow one · 1 h ago', 'c'],
      ['Without a scenario', 'b'],
    ],
  ],
};

describe('Groups of the history', () => {
  for (const [grouping, [entries, expected]] of Object.entries(grouped)) {
    it(`are made by ${grouping}, each entry in one`, () => {
      const groups = groupEntries(entries, grouping as keyof typeof grouped, words);
      assert.deepEqual(
        groups.map(({ title, entries: own }) => [title, ...own.map(({ id }) => id)]),
        expected,
      );
      assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
    });
  }
});

describe('A row of the history', () => {
  const words = { connection: 'My account', now: noon, language: 'en', grouping: 'day' } as const;
  const send = { ...words, operation: 'Send a box', document: undefined };
  const lease = { ...send, document: 'Lease' };
  const about = { subject: { document: '0123456789abcdef', recipient: 'ann@example.com' } };
  const rows = {
    'begins with the document': [
      entry('a', about),
      lease,
      'Lease | 200 · now · Send a box · ann@example.com · My account',
    ],
    'begins with the operation below its document': [
      entry('a', about),
      { ...lease, grouping: 'document' },
      'Send a box | 200 · now · ann@example.com · My account',
    ],
    'begins with the operation where no title is known': [
      entry('a', about),
      send,
      'Send a box | 200 · now · 01234567… · ann@example.com · My account',
    ],
    'begins with the name that it was given': [
      entry('a', { ...about, name: 'Works' }),
      lease,
      'Works | 200 · now · Send a box · Lease · ann@example.com · My account',
    ],
    'begins with the operation in a scenario': [
      entry('a', { ...about, ...ofRun('one') }),
      lease,
      'Send a box | s · 200 · now · Lease · ann@example.com · My account',
    ],
    'leaves room behind a long title': [
      entry('a'),
      { ...send, document: 'A title that takes more than the bar has' },
      'A title that takes more … | 200 · now · Send a box · My account',
    ],
    'says of a success that it failed': [
      entry('a', { failed: true }),
      send,
      'Send a box | 200 failed · now · My account',
    ],
    'says that there was no reply': [
      { ...entry('a', { failed: true }), status: undefined } as never,
      send,
      'Send a box | no reply · now · My account',
    ],
  } as const;
  for (const [sentence, [summary, told, expected]] of Object.entries(rows)) {
    it(sentence, () => {
      const { label, description } = rowText(summary, told);
      assert.equal(`${label} | ${description}`, expected);
    });
  }

  it('says how long ago it was', () => {
    const minutes = [-5, 0, 0.9, 1, 59, 60, 60 * 23.9, 60 * 24, 60 * 24 * 6.9, 60 * 24 * 9];
    assert.deepEqual(
      minutes.map((ago) => agoText(noon - ago * 60_000, noon, 'en')),
      ['now', 'now', 'now', '1 min ago', '59 min ago', '1 h ago', '23 h ago', '1 d ago', '6 d ago', 'May 1, 2026'],
    );
  });

  it('has an icon with letters that no two providers share', () => {
    const letters = providers.map(({ title }) => monogram(title));
    assert.equal(new Set(letters).size, providers.length, letters.join());
    assert.ok(
      letters.every((text) => /^[\p{Lu}\p{N}]{2}$/u.test(text)),
      letters.join(),
    );
    assert.deepEqual(['One', 'two', '1a', ''].map(monogram), ['ON', 'TW', '11', '?']);
  });
});

describe('What the history is looked at through', () => {
  it('is understood as far as it can be', () => {
    const lens = { grouping: 'document', filter: { text: 'a', outcome: 'failed', providers: ['x'] } };
    assert.deepEqual(readLens(lens), lens);
    for (const kept of [undefined, 'day', { grouping: 'moon', filter: { outcome: 1, providers: [1], text: '' } }]) {
      assert.deepEqual(readLens(kept), wholeHistory);
    }
    assert.deepEqual(
      [lens, wholeHistory].map((one) => isFiltered(readLens(one))),
      [true, false],
    );
  });

  it('is said in words', () => {
    const names = {
      provider: (id: string) => id.toUpperCase(),
      connection: () => 'My account',
      operation: () => 'Send a box',
    };
    const filter = {
      text: 'a',
      outcome: 'failed',
      providers: ['x', 'y'],
      connections: ['live'],
      operations: ['o'],
    } as const;
    assert.equal(filterText(filter, names), '“a”, failed, X or Y, My account, Send a box');
    assert.equal(filterText({}, names), '');
  });
});
