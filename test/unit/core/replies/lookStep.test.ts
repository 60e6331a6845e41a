import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Operation, RequestValues } from '../../../../src/core/operation';
import type { Provider } from '../../../../src/core/provider';
import { changesSomething, lookStep } from '../../../../src/core/replies/lookStep';

function operation(method: Operation['method'], path: string, more: Partial<Operation> = {}): Operation {
  const id = `${method} ${path}`;
  return { id, title: id, summary: '', method, path, docs: '', request: {}, replies: {}, examples: [], ...more };
}

const readers = [
  operation('GET', '/v2/parcels'),
  operation('GET', '/v2/parcels/{parcel_id}'),
  operation('GET', '/v2/parcels/{parcel_id}/labels', { request: { query: z.object({ page: z.int() }) } }),
  operation('GET', '/old/letters/{letter_id}'),
];
const provider = { operations: readers } as unknown as Provider;

describe('what to look with after a call that may have taken effect', () => {
  const rows: readonly (readonly [changed: Operation, reader: string | undefined, complete: boolean])[] = [
    [operation('POST', '/v2/parcels'), 'GET /v2/parcels', true],
    [operation('DELETE', '/v2/parcels/{parcel_id}'), 'GET /v2/parcels/{parcel_id}', true],
    [operation('PUT', '/v2/parcels/{parcel_id}/stamps/{stamp_id}'), 'GET /v2/parcels/{parcel_id}', true],
    [operation('POST', '/v2/parcels/{parcel_id}/labels'), 'GET /v2/parcels/{parcel_id}/labels', false],
    [operation('POST', '/new/letters/{letter_id}/invites'), 'GET /old/letters/{letter_id}', true],
    [operation('POST', '/elsewhere'), undefined, false],
  ];
  const values: RequestValues = { path: { parcel_id: 'p1', stamp_id: 's1', letter_id: 'l1' } };
  for (const [changed, reader, complete] of rows) {
    it(`${changed.id}: ${reader ?? 'nothing'}`, () => {
      const step = lookStep(provider, changed, values);
      assert.equal(step?.operation, reader);
      assert.equal(step?.complete ?? false, complete);
      if (reader?.includes('{parcel_id}')) assert.deepEqual(step?.path, { parcel_id: 'p1' });
    });
  }

  it('a call for a token and a call that reads change nothing', () => {
    assert.equal(changesSomething(operation('POST', '/token', { authorization: 'client' })), false);
    assert.equal(changesSomething(operation('GET', '/v2/parcels')), false);
    assert.equal(changesSomething(operation('DELETE', '/v2/parcels')), true);
  });
});
