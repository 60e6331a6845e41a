import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { HistoryEntry } from '../../../../src/core/history/entry';
import { readEntry } from '../../../../src/core/history/readEntry';
import { historyEntry, summaryOf } from '../../../../src/core/history/record';
import { describeProblem } from '../../../../src/core/problems/describeProblem';
import type { Problem } from '../../../../src/core/problems/problem';
import { setAt } from '../../../../src/core/requests/pointer';
import type { Run } from '../../../../src/core/sending/run';
import { plainReading } from '../../fixtures/plainReading';
import { parcel } from '../sending/parcelProvider';

const [operation] = parcel.operations;
assert.ok(operation);

const run: Run = {
  id: 'run-1',
  sentAt: 1,
  request: { operation: operation.id, connection: 'test', path: { parcel_id: 'p-1' }, body: [1, null, 'x'] },
  origin: { cause: 'form', folder: 'file:///requests' },
  inSpiteOf: [{ pointer: '/body', code: 'required', message: 'x', severity: 'error' }],
  provider: parcel.id,
  environment: 'Test',
  baseUrl: 'https://parcel.example',
  sent: { method: 'POST', url: 'https://parcel.example/a', headers: { accept: '*/*' }, body: { text: '[1]' } },
  outcome: {
    kind: 'replied',
    reply: { status: 200, statusText: 'OK', headers: {}, bytes: new TextEncoder().encode('{}'), durationMs: 5 },
    reading: { ...plainReading, headers: { a: 'b' } },
  },
  secrets: [],
};

const problems: readonly Problem[] = [
  { kind: 'unreadableRequest', detail: 'x' },
  { kind: 'invalidRequest', issues: [{ pointer: '/body', code: 'required', message: 'x', severity: 'error' }] },
  { kind: 'noReply', url: 'https://parcel.example/a', failure: { kind: 'cancelled' } },
];

describe('readEntry', () => {
  it('reads every entry that is written', () => {
    const failed = problems.map((problem): Run => ({ ...run, sent: undefined, outcome: { kind: 'failed', problem } }));
    for (const one of [run, ...failed]) {
      const stored = onDisk(historyEntry(one, operation));
      assert.deepEqual(readEntry(stored), { kind: 'read', entry: stored });
    }
  });

  it('keeps what it does not know', () => {
    const stored = { ...onDisk(historyEntry(run, operation)), note: 'later' };
    assert.deepEqual(readEntry(stored), { kind: 'read', entry: stored });
  });

  const entry = onDisk(historyEntry(run, operation));
  const problemOf = (kind: string) => ({ ...entry, outcome: { kind: 'failed', problem: { kind } } });
  const refused: readonly (readonly [what: string, content: unknown, kind: 'damaged' | 'newer'])[] = [
    ['nothing', undefined, 'damaged'],
    ['no object', 7, 'damaged'],
    ['a version alone', { version: 1 }, 'damaged'],
    ['no version', { ...entry, version: undefined }, 'damaged'],
    ['version 0', { ...entry, version: 0 }, 'damaged'],
    ['a later version', { ...entry, version: 2 }, 'newer'],
    ['a later version of another shape', { version: 3, run: {} }, 'newer'],
    ['no name', { ...entry, id: '' }, 'damaged'],
    ['a time that no date can hold', { ...entry, sentAt: 1e300 }, 'damaged'],
    ['no outcome', { ...entry, outcome: undefined }, 'damaged'],
    ['an unknown outcome', { ...entry, outcome: { kind: 'lost' } }, 'damaged'],
    ['an unknown problem', problemOf('lost'), 'damaged'],
    ['a problem named like what every object has', problemOf('toString'), 'damaged'],
    ['half a problem', { ...entry, outcome: { kind: 'failed', problem: { kind: 'invalidRequest' } } }, 'damaged'],
    ['a header that is no text', { ...entry, sent: { ...entry.sent, headers: { a: 1 } } }, 'damaged'],
    ['a path that is a list', { ...entry, request: { ...entry.request, path: [] } }, 'damaged'],
  ];
  for (const [what, content, kind] of refused) {
    it(`does not believe ${what}`, () => assert.deepEqual(readEntry(content), { kind }));
  }

  it('gives nothing that cannot be shown, whatever value stands in the place of another', async () => {
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom('replied', 'failed', 1, 2, ''));
    await fc.assert(
      fc.property(fc.constantFrom(...pointersOf(entry, '')), values, (pointer, value) => {
        const reading = readEntry(onDisk(setAt(entry, pointer, value)));
        if (reading.kind !== 'read') return;
        assert.ok(!Number.isNaN(new Date(summaryOf(reading.entry).sentAt).getTime()));
        if (reading.entry.outcome.kind === 'failed') describeProblem(reading.entry.outcome.problem);
      }),
    );
  });
});

function onDisk<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function pointersOf(value: unknown, pointer: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const below = Object.entries(value as Partial<HistoryEntry>).flatMap(([key, item]) =>
    pointersOf(item, `${pointer}/${key}`),
  );
  return pointer === '' ? below : [pointer, ...below];
}
