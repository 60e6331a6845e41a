import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Recipient, Status } from '../../../../src/core/documents';
import type { Provider } from '../../../../src/core/provider';
import { recipientsInReply } from '../../../../src/core/recipients/recipientsInReply';
import { orderInWords, orderSteps, stepNumber, waitsFor } from '../../../../src/core/recipients/recipientTurns';
import type { Run } from '../../../../src/core/sending/run';

const status = (text: string, tone: Status['tone']): Status => ({ text, tone });
const recipient = (title: string, order: number | undefined, own?: Status): Recipient => ({
  id: title,
  title,
  actions: [],
  ...(order !== undefined && { order }),
  ...(own && { status: own }),
});

const ann = recipient('Ann', 1, status('signed', 'done'));
const ben = recipient('Ben', 2, status('pending', 'open'));
const cid = recipient('Cid', 2);
const dot = recipient('Dot', 3, status('created', 'waiting'));
const copy = recipient('Copy', undefined);
const all = [dot, cid, ann, ben, copy];

describe('The turns of recipients', () => {
  it('are said in words and drawn, without those who have none', () => {
    assert.equal(orderInWords(all), 'Ann (signed), then Cid and Ben (pending) at the same time, then Dot (created)');
    assert.deepEqual(
      orderSteps(all)?.map(({ order, people }) => [order, people.map(({ name, done }) => `${name} ${done}`)]),
      [
        [1, ['Ann true']],
        [2, ['Cid false', 'Ben false']],
        [3, ['Dot false']],
      ],
    );
    assert.equal(orderInWords([ann, copy]), undefined);
  });

  it('count from 1 whatever number an API begins with, and only where there is an order', () => {
    const [first, second, third] = [recipient('First', 0), recipient('Second', 4), recipient('Third', 4)];
    const party = [second, copy, first, third];
    assert.deepEqual(
      party.map((one) => stepNumber(one, party)),
      [2, undefined, 1, 2],
    );
    assert.deepEqual(
      orderSteps(party)?.map(({ order }) => order),
      [1, 2],
    );
    assert.equal(stepNumber(first, [first, copy]), undefined);
  });

  it('say who waits for whom: for those before who have not done their part', () => {
    const names = (who: Recipient) => waitsFor(who, all).map(({ title }) => title);
    assert.deepEqual([dot, ben, ann, copy].map(names), [['Cid', 'Ben'], [], [], []]);
  });
});

describe('The recipients in a reply', () => {
  const operation = {
    id: 'demo/get-deed',
    method: 'GET',
    request: { path: z.object({ deed: z.string().meta({ refersTo: 'deeds' }) }) },
  };
  const providerOf = (asks: string): Provider =>
    ({
      operations: [operation],
      resources: {
        collections: [
          {
            id: 'deeds',
            read: async (call: (id: string, values: object) => Promise<unknown>, id: string) => ({
              recipients: await call(asks, { path: { deed: id } }),
            }),
          },
        ],
      },
    }) as unknown as Provider;
  const run = (failed: boolean): Run =>
    ({
      request: { operation: operation.id, path: { deed: 'd1' } },
      outcome: {
        kind: 'replied',
        reading: { failed, verdict: { kind: 'answer' } },
        reply: {
          status: 200,
          headers: [['content-type', 'application/json']],
          bytes: new TextEncoder().encode(JSON.stringify([ann, ben])),
        },
      },
    }) as unknown as Run;

  const cases: readonly (readonly [name: string, asks: string, failed: boolean, count: number])[] = [
    ['are those that the tree would read out of it', operation.id, false, 2],
    ['are unknown where the tree would ask for more', 'demo/get-other', false, 0],
    ['are unknown where it is a failure', operation.id, true, 0],
  ];
  for (const [name, asks, failed, count] of cases)
    it(name, async () => assert.equal((await recipientsInReply(run(failed), providerOf(asks))).length, count));
});
