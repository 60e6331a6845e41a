import assert from 'node:assert/strict';
import { replyJson } from '../../../../src/core/http';
import { judgeReply, reportsFailure } from '../../../../src/core/replies/judging/judgeReply';
import { jsonReply, parcel } from '../sending/parcelProvider';

describe('whether a reply reports a failure', () => {
  const errors = [{ code: 17, message: 'One of them failed' }];
  const rows: readonly (readonly [status: number, body: unknown, failed: boolean])[] = [
    [200, { id: 'a' }, false],
    [200, { id: 'a', more: 1 }, false],
    [200, { id: 'a', errors }, false],
    [200, { errors }, true],
    [200, { id: null, errors }, true],
    [200, { id: '', errors }, true],
    [200, { id: [], errors }, true],
    [200, { id: {}, errors }, true],
    [200, { id: 0, errors }, false],
    [200, { id: null }, false],
    [201, { id: 'a' }, false],
    [207, { id: 'a', link: 'b' }, false],
    [207, { id: 'a', more: 1 }, false],
    [207, { id: 'a', errors: [] }, false],
    [207, { id: 'a', errors }, true],
    [207, { id: 'a', errors: [{ code: 17 }] }, true],
    [207, { errors }, true],
    [299, { id: 'a', errors }, true],
    [400, { errors }, true],
    [400, { id: 'a' }, true],
  ];
  for (const [status, body, failed] of rows) {
    it(`${status} with ${JSON.stringify(body)}: ${failed ? 'yes' : 'no'}`, () => {
      const outcome = jsonReply(status, body);
      const operation = parcel.operations.find(({ id }) => id === 'parcel/invite');
      assert.ok(outcome.kind === 'replied' && operation !== undefined);
      const judged = { provider: parcel, operation };
      const read = replyJson(outcome.reply);
      assert.equal(reportsFailure(outcome.reply, read, judged), failed);
      const { kind } = judgeReply(outcome.reply, read, judged);
      assert.equal(kind, status === 400 && !('errors' in Object(body)) ? 'foreign' : 'answer');
    });
  }
});

describe('errors beside the data of a success', () => {
  const long = 'x'.repeat(201);
  const rows: readonly (readonly [beside: Readonly<Record<string, unknown>>, shown: string | undefined])[] = [
    [{ errors: [{ code: 17, message: 'One failed' }] }, '[{"code":17,"message":"One failed"}]'],
    [{ error: 'One failed' }, 'One failed'],
    [{ Error: { code: 17 } }, '{"code":17}'],
    [{ ERRORS: { email: ['is taken'] } }, '{"email":["is taken"]}'],
    [{ error: true }, 'true'],
    [{ error: 17 }, '17'],
    [{ errors: ['a', 'b', 'c', 'd', 'e'] }, '["a","b","c","…"]'],
    [{ errors: [long] }, '["…"]'],
    [{ error: long }, '…'],
    [{ error: { a: { b: { c: { d: 1 } } } } }, '{"a":{"b":{"c":{"d":1}}}}'],
    [{ error: { a: { b: { c: { d: { e: 1 } } } } } }, '{"a":{"b":{"c":{"d":"…"}}}}'],
    ...[null, '', ' ', false, 0, [], {}, [null], [''], [{}], { code: 0, message: '' }, { code: null }].map(
      (value) => [{ error: value, errors: value }, undefined] as const,
    ),
    [{ errorCount: 3, warnings: ['odd'] }, undefined],
  ];
  for (const [beside, shown] of rows) {
    it(`${JSON.stringify(beside).slice(0, 80)}: ${shown?.slice(0, 80)}`, () => {
      const outcome = jsonReply(200, { id: 'a', ...beside });
      const operation = parcel.operations.find(({ id }) => id === 'parcel/invite');
      assert.ok(outcome.kind === 'replied' && operation !== undefined);
      const judged = judgeReply(outcome.reply, replyJson(outcome.reply), { provider: parcel, operation });
      assert.ok(judged.kind === 'answer');
      assert.deepEqual(judged.departures, shown === undefined ? [] : [`The reply also holds errors: ${shown}.`]);
    });
  }
});
