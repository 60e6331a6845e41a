import assert from 'node:assert/strict';
import type { ExaminedEvent } from '../../../../src/core/webhooks/examineEvent';
import { SeenEvents } from '../../../../src/node/webhooks/seenEvents';

const call = (body: string, target = '/hook') => ({ method: 'POST', target, body: Buffer.from(body) });
const examined = (id: string | null, verdict: 'holds' | 'fails' = 'holds'): ExaminedEvent => ({
  ...{ provider: 'demo', event: 'done', document: null, id },
  proof: { verdict, text: '' },
});

describe('SeenEvents', () => {
  it('knows an event by its ID, whatever else has changed', () => {
    const seen = new SeenEvents();
    assert.equal(seen.meet(call('{"n":1}'), examined('e1'), 10), null);
    assert.deepEqual(seen.meet(call('{"n":2}', '/other'), examined('e1'), 20), { at: 10, by: 'id' });
    assert.equal(seen.meet(call('{"n":1}'), examined('e2'), 30), null);
  });

  it('knows others by all their bytes and their address', () => {
    const seen = new SeenEvents();
    assert.equal(seen.meet(call('{"n":1}'), examined(null), 10), null);
    assert.deepEqual(seen.meet(call('{"n":1}'), examined(null), 20), { at: 10, by: 'bytes' });
    assert.equal(seen.meet(call('{"n":1} '), examined(null), 20), null);
    assert.equal(seen.meet(call('{"n":1}', '/other'), examined(null), 20), null);
  });

  it('takes two calls without a body for two events', () => {
    const seen = new SeenEvents();
    for (const at of [1, 2]) assert.equal(seen.meet(call(''), examined(null), at), null);
  });

  it('what is forged is not the first of a pair', () => {
    const seen = new SeenEvents();
    assert.equal(seen.meet(call('{}'), examined('e1', 'fails'), 1), null);
    assert.equal(seen.meet(call('{}'), examined('e1'), 2), null);
    assert.deepEqual(seen.meet(call('{}'), examined('e1'), 3), { at: 2, by: 'id' });
  });

  it('forgets the oldest of very many, and all when it is told to', () => {
    const seen = new SeenEvents();
    for (let count = 0; count <= 10_000; count += 1) seen.meet(call(`${count}`), examined(null), count);
    assert.deepEqual(seen.meet(call('10000'), examined(null), 1), { at: 10_000, by: 'bytes' });
    assert.equal(seen.meet(call('0'), examined(null), 1), null);
    seen.clear();
    assert.equal(seen.meet(call('10000'), examined(null), 1), null);
  });
});
