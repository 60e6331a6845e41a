import assert from 'node:assert/strict';
import { createLanes, mostInLane } from '../../../../src/emulator/deliveries/lanes';

describe('The lanes of deliveries', () => {
  it('take no more than so many for an address that does not answer, and others go on', async () => {
    const lanes = createLanes();
    let answer: () => void = () => undefined;
    const silent = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const taken = Array.from({ length: mostInLane + 5 }, () => lanes.run('silent', () => silent));
    assert.equal(taken.filter(Boolean).length, mostInLane);
    let isTold = false;
    assert.ok(
      lanes.run('other', async () => {
        isTold = true;
      }),
    );
    answer();
    await lanes.idle();
    assert.ok(isTold);
    assert.ok(lanes.run('silent', async () => undefined));
    await lanes.idle();
  });
});
