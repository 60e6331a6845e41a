import assert from 'node:assert/strict';
import { makeEvent } from '../../../../src/core/webhooks/makeEvent';
import { undocumentedRules } from '../../../../src/core/webhooks/webhooks';

/* What `--set` makes of a value, and of a name that the event has not. */

const webhooks = {
  rules: undocumentedRules,
  proof: { kind: 'none', says: '' },
  events: ['made'],
  sample: () => ({ payload: { at: '1700000000', count: 1, content: { document_id: 'x', list: ['a'] } } }),
} as unknown as Parameters<typeof makeEvent>[0];

const sets: readonly (readonly [string, unknown, RegExp?])[] = [
  ['at=1', { at: '1' }],
  ['at=00123', { at: '00123' }],
  ['at=true', { at: 'true' }],
  ['at="quoted"', { at: 'quoted' }],
  ['/content/document_id=7', { content: { document_id: '7', list: ['a'] } }],
  ['count=2', { count: 2 }],
  ['count=00123', { count: '00123' }],
  ['content.list.0=5', { content: { document_id: 'x', list: ['5'] } }],
  ['content.list.1=5', { content: { document_id: 'x', list: ['a', 5] } }],
  [
    'content.documnt_id=y',
    { content: { document_id: 'x', list: ['a'], documnt_id: 'y' } },
    /^The event had no "content\.documnt_id"\. It was added\. Did you mean "document_id"\?$/,
  ],
  ['zebra=1', { zebra: 1 }, /^The event had no "zebra"\. It was added\.$/],
];

describe('A value that is set in an event', () => {
  for (const [set, expected, remark] of sets) {
    it(set, () => {
      const made = makeEvent(webhooks, { event: 'made', sets: [set], secret: undefined, isTampered: false, now: 0 });
      assert.ok(made.kind === 'made');
      const whole = { at: '1700000000', count: 1, content: { document_id: 'x', list: ['a'] } };
      assert.deepEqual(JSON.parse(new TextDecoder().decode(made.body)), { ...whole, ...(expected as object) });
      assert.equal(made.remarks.length, remark === undefined ? 0 : 1);
      if (remark !== undefined) assert.match(made.remarks[0] ?? '', remark);
    });
  }
});
