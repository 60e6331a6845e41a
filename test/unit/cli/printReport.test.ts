import assert from 'node:assert/strict';
import { describeCliProblem } from '../../../src/cli/print/describeCliProblem';
import { printReport } from '../../../src/cli/print/printReport';
import type { Run } from '../../../src/core/sending/run';
import { sendRequest } from '../../../src/core/sending/sendRequest';
import { sendReport } from '../../../src/headless/sendReport';
import { parcel, parcelConnection, testPorts } from '../core/sending/parcelProvider';

const received = '{"id":12345678901234567890,"id":"p-1","n":1.0,"2":"b","1":"a"}';
const request =
  '{"operation": "parcel/invite", "connection": "test", "path": {"parcel_id": "p-1"}, "body": {"email": "a@b.example", "order": 1.0}}';

describe('esign send --json', () => {
  it('prints bodies as they were written and as they came', async () => {
    const run = await runOf(received);
    const text = printReport('a.esign.json', { provider: parcel, operation: undefined, run, problem: undefined });
    assert.match(text, /"body": \{\n {6}"email": "a@b\.example",\n {6}"order": 1\.0\n {4}\}/);
    assert.match(text, /"id": 12345678901234567890,\n {6}"id": "p-1",\n {6}"n": 1\.0,\n {6}"2": "b",\n {6}"1": "a"/);
  });

  for (const body of ['{"id":"p-1"}', '<p>no</p>', '']) {
    it(`prints what the report says of ${body === '' ? 'no body' : body}`, async () => {
      const result = { provider: parcel, operation: undefined, run: await runOf(body), problem: undefined };
      assert.deepEqual(
        JSON.parse(printReport('a.esign.json', result)),
        JSON.parse(JSON.stringify(sendReport('a.esign.json', result, describeCliProblem))),
      );
    });
  }
});

function runOf(body: string): Promise<Run> {
  const answer = (text: string) => ({
    kind: 'replied' as const,
    reply: {
      status: text === '' ? 204 : 200,
      statusText: 'OK',
      headers: { 'content-type': 'application/json' },
      bytes: new TextEncoder().encode(text),
      durationMs: 1,
    },
  });
  const ports = testPorts({
    'POST /token': () => answer('{"access_token":"token-abcdefgh","expires_in":60}'),
    'POST /api/parcels/p-1/invites': () => answer(body),
  });
  return sendRequest({ ...ports, connection: async () => parcelConnection }, request, { cause: 'commandLine' });
}
