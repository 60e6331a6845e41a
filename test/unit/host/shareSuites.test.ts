import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Mocha from 'mocha';
import { readShard } from '../../host/run/shard.mjs';
import { shareSuites } from '../../run/shareSuites';

/* Two runs of the same suites in this process stand for two processes. */

class Silent extends Mocha.reporters.Base {}

describe('Suites that several processes share', () => {
  let folder: string;
  let ran: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esign-suites-'));
    ran = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Three suites, of which the last is the longest, and a test outside of them. */
  function program(name: string): Mocha {
    const mocha = new Mocha({ reporter: Silent });
    mocha.suite.addTest(new Mocha.Test('outside', () => void ran.push(`${name}: outside`)));
    for (const [suite, tests] of [
      ['a', 1],
      ['b', 2],
      ['empty', 0],
      ['c', 3],
    ] as const) {
      const added = Mocha.Suite.create(mocha.suite, suite);
      for (let test = 1; test <= tests; test += 1) {
        added.addTest(new Mocha.Test(`${suite}${test}`, async () => void ran.push(`${name}: ${suite}${test}`)));
      }
    }
    return mocha;
  }

  const whole = { number: 1, of: 1 };

  function play(name: string, shard = whole, shared = folder): Promise<number> {
    const mocha = program(name);
    const share = shareSuites(mocha, shared, shard);
    return new Promise((resolve) => share(mocha.run(resolve)));
  }

  it('are run once, the longest first', async () => {
    await play('one');
    assert.deepEqual(
      ran.map((line) => line.replace('one: ', '')),
      ['outside', 'c1', 'c2', 'c3', 'b1', 'b2', 'a1'],
    );
    await play('other');
    assert.equal(ran.length, 7);
  });

  it('are taken one by one', async () => {
    await Promise.all([play('one'), play('other')]);
    assert.deepEqual(ran.map((line) => line.replace(/.*: /, '')).sort(), [
      'a1',
      'b1',
      'b2',
      'c1',
      'c2',
      'c3',
      'outside',
    ]);
    assert.deepEqual(new Set(ran.map((line) => line.replace(/:.*/, ''))), new Set(['one', 'other']));
  });

  it('are run once by machines that share nothing, and none of them has all the long ones', async () => {
    const alone = () => mkdtempSync(join(folder, 'machine-'));
    await play('one', { number: 1, of: 2 }, alone());
    await play('other', { number: 2, of: 2 }, alone());
    assert.deepEqual(ran, [
      'one: outside',
      ...['c1', 'c2', 'c3', 'a1'].map((test) => `one: ${test}`),
      ...['b1', 'b2'].map((test) => `other: ${test}`),
    ]);
  });

  it('are parted by a number and how many there are', () => {
    assert.deepEqual(readShard('2/14'), { number: 2, of: 14 });
    for (const text of ['', '0/2', '3/2', '1', '1/0', '1/2/3', ' 1/2', '1.5/2'])
      assert.equal(readShard(text), undefined);
  });

  it('go on after one that cannot begin', async () => {
    const mocha = program('one');
    mocha.suite.suites.find(({ title }) => title === 'c')?.beforeAll(() => assert.fail('broken'));
    const share = shareSuites(mocha, folder, whole);
    const failures = await new Promise((resolve) => share(mocha.run(resolve)));
    assert.equal(failures, 1);
    assert.deepEqual(ran, ['one: outside', 'one: b1', 'one: b2', 'one: a1']);
  });
});
