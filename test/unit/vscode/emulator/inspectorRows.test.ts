import assert from 'node:assert/strict';
import type { LoggedRequest } from '../../../../src/protocol/pages/inspector';
import { inspectorRows } from '../../../../src/vscode/emulator/inspector/inspectorRows';

describe('Rows of the requests to several emulators', () => {
  const request = (number: number, at: string): LoggedRequest => ({
    number,
    at,
    method: 'GET',
    path: '/notes',
    status: 404,
    operations: ['demo/get-note'],
    failures: [{ id: 'notFound', meaning: 'There is none.' }],
    illustrative: ['code'],
    isAbsent: false,
    undocumented: [],
    fault: '',
    requestBytes: 0,
    durationMs: 1,
    isKept: false,
  });
  const one = { id: 'one', title: 'One' };
  const other = { id: 'other', title: 'Other' };

  it('stand in the order of time, the newest first, each with its API and a key of its own', () => {
    const rows = inspectorRows([
      { api: one, requests: [request(2, '2030-01-01T00:00:03.000Z'), request(1, '2030-01-01T00:00:01.000Z')] },
      { api: other, requests: [request(1, '2030-01-01T00:00:02.000Z')] },
    ]);
    assert.deepEqual(
      rows.map(({ api, time }) => [api, time]),
      [
        ['One', '00:00:03.000'],
        ['Other', '00:00:02.000'],
        ['One', '00:00:01.000'],
      ],
    );
    assert.equal(new Set(rows.map(({ key }) => key)).size, 3);
    assert.deepEqual(rows[0]?.failures, [{ id: 'notFound', meaning: 'There is none.' }]);
    assert.deepEqual(rows[0]?.illustrative, ['code']);
  });

  it('are never more than a person reads', () => {
    const many = Array.from({ length: 400 }, (_unused, number) => request(number, '2030-01-01T00:00:00.000Z'));
    const rows = inspectorRows([
      { api: one, requests: many },
      { api: other, requests: many },
    ]);
    assert.equal(rows.length, 500);
  });
});
