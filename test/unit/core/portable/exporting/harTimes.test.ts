import assert from 'node:assert/strict';
import type { HistoryEntry, StoredOutcome } from '../../../../../src/core/history/entry';
import { harOf } from '../../../../../src/core/portable/exporting/har';
import type { ReplyTiming } from '../../../../../src/protocol/reply';

interface Times {
  readonly time: number;
  readonly timings: Readonly<Record<string, number>>;
  readonly response: { readonly bodySize: number };
}

describe('The times of a recording', () => {
  const rows: readonly (readonly [name: string, timing: ReplyTiming | undefined, timings: Times['timings']])[] = [
    ['are the whole time as waiting when no parts are known', undefined, times({ wait: 90 })],
    [
      'are its parts without TLS',
      { lookupMs: 1, connectMs: 2, waitingMs: 80, downloadMs: 7 },
      times({ dns: 1, connect: 2, wait: 80, receive: 7 }),
    ],
    [
      'count TLS in connecting, too',
      { connectMs: 2, tlsMs: 5, waitingMs: 80, downloadMs: 3 },
      times({ connect: 7, ssl: 5, wait: 80, receive: 3 }),
    ],
    [
      'know no connecting on a connection that was open',
      { waitingMs: 80, downloadMs: 10 },
      times({ wait: 80, receive: 10 }),
    ],
  ];
  for (const [name, timing, timings] of rows) {
    it(name, () => {
      const [entry] = timesOf(timing);
      assert.deepEqual(entry?.timings, timings);
      assert.equal(entry?.time, 90);
    });
  }

  it('stand beside the size that came over the wire', () => {
    assert.deepEqual(
      timesOf(undefined).map(({ response }) => response.bodySize),
      [12],
    );
  });
});

function times(known: Readonly<Record<string, number>>): Times['timings'] {
  return { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0, ...known };
}

function timesOf(timing: ReplyTiming | undefined): readonly Times[] {
  const outcome: StoredOutcome = {
    ...{ kind: 'replied', status: 200, statusText: 'OK', failed: false, headers: {}, body: '', truncated: false },
    ...{ size: 20, wireSize: 12, durationMs: 90, ...(timing && { timing }) },
  };
  const entry: HistoryEntry = {
    ...{ version: 1, id: '1', sentAt: 0, provider: 'p', operation: 'p/o', connection: 'c', environment: 'E' },
    ...{ baseUrl: 'https://api.example', request: { operation: 'p/o', connection: 'c' }, outcome },
    sent: { method: 'GET', url: 'https://api.example/', headers: {}, body: undefined },
  };
  const recording = harOf([entry], { name: 'Test', version: '1' }) as {
    readonly log: { readonly entries: readonly Times[] };
  };
  return recording.log.entries;
}
