import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SigningContext } from '../../../src/core/emulation';
import type { SigningVisit } from '../../../src/core/recipients/signingVisit';
import { defineSigningDesk, inOrder, isDue, isWaitingFor, onTurn, visitState } from '../../../src/kit/signing';
import { idleTools } from '../fixtures/idleTools';

interface Signer {
  readonly order: number;
  readonly done: boolean;
}

const turns = { orderOf: ({ order }: Signer) => order, isDone: ({ done }: Signer) => done };
const someSigners = fc.array(fc.record({ order: fc.integer({ min: 1, max: 4 }), done: fc.boolean() }), {
  minLength: 1,
});

describe('Signing in order', () => {
  it('those on turn are the ones who have not signed and wait for nobody', () => {
    fc.assert(
      fc.property(someSigners, (signers) => {
        const expected = signers.filter((signer) => !signer.done && !isWaitingFor(signers, signer, turns));
        assert.deepEqual(onTurn(signers, turns), expected);
      }),
    );
  });

  it('as long as somebody has not signed, somebody is on turn', () => {
    fc.assert(
      fc.property(someSigners, (signers) => {
        assert.equal(
          onTurn(signers, turns).length > 0,
          signers.some(({ done }) => !done),
        );
      }),
    );
  });

  it('signers are listed in their order, equal ones as they came, and the list itself stays', () => {
    const signers = [
      { order: 2, name: 'b' },
      { order: 1, name: 'a' },
      { order: 2, name: 'c' },
    ];
    assert.deepEqual(
      inOrder(signers, ({ order }) => order).map(({ name }) => name),
      ['a', 'b', 'c'],
    );
    assert.equal(signers[0]?.name, 'b');
  });

  const visits: readonly [Parameters<typeof visitState>[0], SigningVisit['state']][] = [
    [{ hasSigned: true, hasDeclined: true, over: 'expired', isWaiting: true }, 'used'],
    [{ hasSigned: false, hasDeclined: true, over: 'expired', isWaiting: true }, 'declined'],
    [{ hasSigned: false, hasDeclined: false, over: 'expired', isWaiting: true }, 'expired'],
    [{ hasSigned: false, hasDeclined: false, isWaiting: true, held: 'locked' }, 'waiting'],
    [{ hasSigned: false, hasDeclined: false, isWaiting: false, held: 'locked' }, 'locked'],
    [{ hasSigned: false, hasDeclined: false, isWaiting: false, held: 'challenged' }, 'challenged'],
    [{ hasSigned: false, hasDeclined: false, isWaiting: false }, 'open'],
  ];
  for (const [signer, state] of visits) {
    it(`a visit is ${state} before anything that counts less`, () => assert.equal(visitState(signer), state));
  }

  it('a time that was never set, or is none, does not come', () => {
    const now = Date.UTC(2030, 0, 1);
    const times = [undefined, null, '', 'soon', '2031-01-01T00:00:00Z', '2030-01-01T00:00:00Z', '2029-12-31'];
    assert.deepEqual(
      times.filter((time) => isDue(time, now)),
      ['2030-01-01T00:00:00Z', '2029-12-31'],
    );
  });
});

describe('A signing desk', () => {
  const at = (path: string): SigningContext<Map<string, string>> => ({
    state: new Map([
      ['ann', 'open'],
      ['bo', 'gone'],
    ]),
    path,
    query: {},
    tools: idleTools,
  });
  const desk = defineSigningDesk({
    isPage: (path) => path.startsWith('/sign/'),
    find: ({ state, path }: SigningContext<Map<string, string>>) => {
      const name = path.slice('/sign/'.length);
      return state.get(name) === 'gone' ? 'cancelled' : state.has(name) ? { name } : undefined;
    },
    visit: ({ name }) => ({ state: 'open', signer: { name, email: '' }, documents: [], progress: [] }),
    finish: ({ name }, { state }) => {
      state.set(name, 'signed');
      return { redirect: 'https://example.com/done' };
    },
    decline: ({ name }, reason, { state }) => {
      state.set(name, reason);
      return undefined;
    },
  });

  it('shows its signers their page, and others that there is none or none any more', () => {
    const states = ['/sign/ann', '/sign/bo', '/sign/cy', '/elsewhere'].map((path) => desk.visit(at(path))?.state);
    assert.deepEqual(states, ['open', 'cancelled', 'unknown', undefined]);
  });

  it('lets a signer who is there finish and decline, and nobody else', () => {
    const ann = at('/sign/ann');
    assert.deepEqual(desk.finish(ann), { redirect: 'https://example.com/done' });
    assert.equal(ann.state.get('ann'), 'signed');
    assert.deepEqual(desk.decline(ann, 'too long'), {});
    assert.equal(ann.state.get('ann'), 'too long');
    const bo = at('/sign/bo');
    assert.deepEqual([desk.finish(bo), desk.decline(bo, 'no'), bo.state.get('bo')], [{}, {}, 'gone']);
  });
});
