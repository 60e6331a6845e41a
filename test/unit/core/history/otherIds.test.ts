import assert from 'node:assert/strict';
import * as z from 'zod';
import { accountIds, idEdits, withOtherIds } from '../../../../src/core/history/otherIds';
import { defineOperation } from '../../../../src/core/operation';
import type { RequestFile } from '../../../../src/core/requests/requestFile';

const uuid = 'f742655b-7b27-43e1-9e4b-330246b140e6';

const operation = defineOperation({
  id: 'demo/send',
  title: 'Send',
  summary: '',
  method: 'POST',
  path: '/boxes/{box_id}/people/{person_id}/{language}',
  docs: '',
  request: {
    path: z.object({ box_id: z.string().meta({ refersTo: 'boxes' }), person_id: z.string(), language: z.string() }),
    body: z.object({
      role: z.string().meta({ idShape: 'uuid' }),
      other: z.string().meta({ idShape: 'uuid' }),
      boxes: z.array(z.string()),
      secret_id: z.string().meta({ idShape: 'uuid' }),
    }),
  },
  replies: {},
  examples: [],
});

const request: RequestFile = {
  operation: operation.id,
  connection: 'emulator',
  path: { person_id: 'ann', box_id: 'box-1', language: 'en' },
  body: { role: uuid, other: 'Signer', boxes: ['box-1', 'box-2'], secret_id: '‹secret:id›' },
  written: '{ "kept": "as it was" }',
};

describe('The ids of a request on another connection', () => {
  it('are asked for once each, documents first, and neither words nor what is masked', () => {
    assert.deepEqual(accountIds(operation, request), [
      { value: 'box-1', pointer: '/path/box_id', collection: 'boxes' },
      { value: 'ann', pointer: '/path/person_id' },
      { value: uuid, pointer: '/body/role' },
    ]);
    assert.deepEqual(accountIds(operation, { path: { person_id: '{{person}}', box_id: '' } }), []);
  });

  it('stand in all places of the ones before, in values that are sent anew', () => {
    const ids = new Map([
      ['box-1', 'box-9'],
      ['ann', 'box-1'],
    ]);
    assert.deepEqual(withOtherIds(request, 'live', ids), {
      operation: operation.id,
      connection: 'live',
      path: { person_id: 'box-1', box_id: 'box-9', language: 'en' },
      body: { role: uuid, other: 'Signer', boxes: ['box-9', 'box-2'], secret_id: '‹secret:id›' },
    });
  });

  it('are replaced in a text by edits of their places alone, and the connection with them', () => {
    const request = { path: { id: 'a' }, body: { list: [{ id: 'a' }, 'b'], text: 'about a' } };
    assert.deepEqual(idEdits(request, 'other', new Map([['a', 'z']])), [
      { kind: 'set', pointer: '/connection', value: 'other' },
      { kind: 'set', pointer: '/path/id', value: 'z' },
      { kind: 'set', pointer: '/body/list/0/id', value: 'z' },
    ]);
  });
});
