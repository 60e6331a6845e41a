import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Status } from '../../../../../src/core/documents';
import { changeInWords, type WatchedDocument } from '../../../../../src/core/live/documentChanges';
import { firstPace, slower } from '../../../../../src/core/live/watching/pollPace';
import { awaited, type WatchEvent, watchDocument } from '../../../../../src/core/live/watching/watchDocument';
import { mayHeal } from '../../../../../src/core/live/watching/watchFault';

type Tone = Status['tone'];

const person = (title: string, tone: Tone, order: number) => ({
  id: title,
  title,
  order,
  status: { text: tone, tone },
});
const lease = (anna: Tone, ben: Tone): WatchedDocument => ({
  collection: 'contracts',
  id: '1',
  title: 'Lease',
  recipients: [person('Anna', anna, 1), person('Ben', ben, 2)],
});

interface Failing {
  readonly fails: string;
  readonly mayHeal: boolean;
}

/** Plays looks in turn; the clock stands still. `stopAfter`: somebody stops it while it waits. */
async function played(looks: readonly (WatchedDocument | Failing)[], heldBack: readonly number[] = [], stopAfter = 99) {
  const events: WatchEvent[] = [];
  const controller = new AbortController();
  let [next, waits, asked] = [0, 0, 0];
  await watchDocument(
    {
      read: async () => {
        const look = looks[next++];
        assert.ok(look, 'looked once too often');
        if ('fails' in look) throw look;
        return look;
      },
      heldBack: () => heldBack[asked++] ?? 0,
      explain: (error) => ({ mayHeal: (error as Failing).mayHeal, text: (error as Failing).fails }),
      wait: async () => {
        waits += 1;
        if (waits >= stopAfter) controller.abort();
      },
    },
    1000,
    controller.signal,
    (event) => events.push(event),
  );
  return { events, looks: next };
}

const kinds = (events: readonly WatchEvent[]) => events.map(({ kind }) => kind);
const waits = (events: readonly WatchEvent[]) => events.flatMap((event) => (event.kind === 'waiting' ? event.ms : []));

describe('Watching a document', () => {
  it('tells who signed and whose turn it is, and ends when everybody is done', async () => {
    const { events } = await played([lease('open', 'waiting'), lease('done', 'open'), lease('done', 'done')]);
    assert.deepEqual(kinds(events), ['waiting', 'changed', 'waiting', 'changed', 'over']);
    const said = events.flatMap((event) => (event.kind === 'changed' ? changeInWords(event.change) : []));
    assert.deepEqual(said, ['Lease: Anna signed. It is the turn of Ben.', 'Lease: Ben signed. Everyone is done.']);
  });

  it('looks less often as long as nothing changes, and as at first once something did', async () => {
    const same = lease('open', 'waiting');
    const { events } = await played([same, same, same, lease('done', 'open')], [], 4);
    assert.deepEqual(waits(events), [1000, 1250, 1562.5, 1000]);
  });

  it('waits as long as the API asks, and makes no call before', async () => {
    const asked = await played([lease('open', 'waiting')], [0, 60_000], 1);
    assert.deepEqual(waits(asked.events), [60_000]);
    const before = await played([], [5000, 5000], 1);
    assert.deepEqual([before.looks, waits(before.events)], [0, [5000]]);
  });

  it('is given up at once for what does not heal, and says why', async () => {
    const { events } = await played([lease('open', 'waiting'), { fails: '404', mayHeal: false }]);
    assert.deepEqual(events.at(-1), { kind: 'given up', why: '404' });
  });

  it('tries again after what may heal, each time later, and not for ever', async () => {
    const fault = { fails: '503', mayHeal: true };
    const healed = await played([fault, fault, lease('done', 'done')]);
    assert.deepEqual(kinds(healed.events), ['waiting', 'waiting', 'over']);
    assert.deepEqual(waits(healed.events), [2000, 4000]);
    const lasting = await played(new Array<Failing>(6).fill(fault));
    assert.deepEqual(lasting.events.at(-1), { kind: 'given up', why: '503' });
  });

  it('makes no call once it is stopped', async () => {
    assert.equal((await played([lease('open', 'waiting'), lease('open', 'waiting')], [], 1)).looks, 1);
  });

  it('ends with a document that is over, whoever has not signed', async () => {
    const cancelled = { ...lease('open', 'waiting'), status: { text: 'voided', tone: 'refused' } } as const;
    assert.deepEqual(kinds((await played([cancelled])).events), ['over']);
  });

  it('waits for those whose turn it is', () => {
    assert.deepEqual(awaited(lease('open', 'waiting')), ['Anna']);
    assert.deepEqual(awaited(lease('done', 'open')), ['Ben']);
    assert.deepEqual(awaited(lease('done', 'done')), []);
  });
});

describe('The pace of watching', () => {
  it('is careful where nothing is documented, and takes a fifth of what is', () => {
    assert.equal(firstPace(undefined), 30_000);
    assert.equal(firstPace({ calls: { minute: 30, hour: 200 }, source: 'a source' }), 90_000);
    assert.equal(firstPace({ calls: { minute: 1000 }, source: 'a source' }), 30_000);
  });

  it('never takes more than its share of any limit, and never gets faster by itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (minute, hour) => {
        const first = firstPace({ calls: { minute, hour }, source: 'a source' });
        assert.ok((60_000 / first) * 5 <= minute + 1e-6 && (3_600_000 / first) * 5 <= hour + 1e-6);
        assert.ok(slower(first, first, 'noChange') >= first);
        assert.ok(slower(first, first, 'failure') >= first);
      }),
    );
  });
});

describe('A look that did not work', () => {
  const replied = (status: number) => ({ kind: 'replied', reply: { status } }) as never;

  for (const status of [408, 425, 429, 500, 502, 503]) {
    it(`may work later after ${status}`, () => assert.ok(mayHeal(replied(status))));
  }
  for (const status of [400, 401, 403, 404, 410]) {
    it(`does not work later after ${status}`, () => assert.ok(!mayHeal(replied(status))));
  }
  it('may work later where no reply came, and not where nothing could be sent', () => {
    assert.ok(mayHeal({ kind: 'failed', problem: { kind: 'noReply' } } as never));
    assert.ok(!mayHeal({ kind: 'failed', problem: { kind: 'missingCredentials' } } as never));
  });
});
