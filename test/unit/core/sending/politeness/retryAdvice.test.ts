import assert from 'node:assert/strict';
import type { HttpOutcome } from '../../../../../src/core/http';
import type { Operation } from '../../../../../src/core/operation';
import { retryAdvice } from '../../../../../src/core/sending/politeness/retryAdvice';
import { sendRequest } from '../../../../../src/core/sending/sendRequest';
import { jsonReply, parcel, parcelConnection, testPorts } from '../parcelProvider';

const refused = (kind: 'unreachable' | 'brokenOff'): HttpOutcome => ({
  kind: 'failed',
  failure: { kind, code: 'ECONN', detail: '' },
});

const rows: readonly (readonly [name: string, method: Operation['method'], outcome: HttpOutcome, waitMs?: number])[] = [
  ['a GET that is asked to wait', 'GET', jsonReply(429, {}, { 'retry-after': '3' }), 3_000],
  ['a PUT of a gateway without an answer', 'PUT', jsonReply(502, {}), 1_000],
  ['a DELETE that got no reply', 'DELETE', refused('brokenOff'), 1_000],
  ['a POST that never left', 'POST', refused('unreachable'), 1_000],
  ['no POST that may have been done', 'POST', refused('brokenOff')],
  ['no POST that was refused', 'POST', jsonReply(429, {}, { 'retry-after': '3' })],
  ['no PATCH', 'PATCH', jsonReply(503, {})],
  ['nothing that another try would not mend', 'GET', jsonReply(400, {})],
  ['no success', 'GET', jsonReply(200, [])],
  ['nothing that would have to wait for an hour', 'GET', jsonReply(429, {}, { 'retry-after': '3600' })],
];

describe('What is tried again', () => {
  for (const [name, method, outcome, waitMs] of rows) {
    it(name, async () => {
      const ports = testPorts(
        {
          'POST /token': () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 }),
          'GET /api/parcels': () => outcome,
        },
        { connection: async () => ({ ...parcelConnection, live: false }) },
      );
      const run = await sendRequest(ports, { operation: 'parcel/list', connection: 'test' }, { cause: 'commandLine' });
      const operation: Operation | undefined = parcel.operations.find(({ id }) => id === 'parcel/list');
      assert.ok(operation);
      assert.equal(retryAdvice(run, { ...operation, method }, 0, 0)?.waitMs, waitMs);
    });
  }
});
