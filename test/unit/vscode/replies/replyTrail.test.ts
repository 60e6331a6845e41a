import assert from 'node:assert/strict';
import type { Provider } from '../../../../src/core/provider';
import { ReplyTrail } from '../../../../src/vscode/replies/replyTrail';
import type { ShownRun } from '../../../../src/vscode/replies/shownRun';

const provider = { operations: [{ id: 'demo/invite', title: 'Invite' }] } as unknown as Provider;
const shown = (id: string): ShownRun =>
  ({ provider, run: { id, request: { operation: `demo/${id}` }, outcome: { kind: 'failed' } } }) as unknown as ShownRun;

/** Runs that are shown by name, and ways to go; where it ends, with what is before and after. */
function walk(...way: readonly (string | 1 | -1)[]): string {
  const trail = new ReplyTrail();
  let at = '';
  for (const one of way) {
    if (typeof one === 'string') trail.add(shown(one));
    at = typeof one === 'string' ? one : (trail.go(one)?.run.id ?? at);
  }
  const name = (text: string | undefined) => text?.replace(/^demo\/| ·.*$/g, '') ?? '-';
  return `${name(trail.names.back)} < ${at} > ${name(trail.names.forward)}`;
}

describe('the replies that were shown', () => {
  const rows: readonly (readonly [way: readonly (string | 1 | -1)[], ends: string])[] = [
    [['a'], '- < a > -'],
    [['a', 'b'], 'a < b > -'],
    [['a', 'b', -1], '- < a > b'],
    [['a', 'b', -1, 1], 'a < b > -'],
    [['a', 'b', -1, -1], '- < a > b'],
    // A new reply takes the place of what came after.
    [['a', 'b', -1, 'c'], 'a < c > -'],
    // The same one shown again is no step.
    [['a', 'b', 'b'], 'a < b > -'],
    [['a', 'b', -1, 'a'], '- < a > b'],
    [[...'abcdefghijklm'.split(''), -1, -1, -1, -1, -1, -1, -1, -1, -1, -1], '- < d > e'],
  ];
  for (const [way, ends] of rows) {
    it(`${way.join(' ')}: ${ends}`, () => assert.equal(walk(...way), ends));
  }

  it('are called by their operation and what came of them', () => {
    const trail = new ReplyTrail();
    const outcome = { kind: 'replied', reply: { status: 201 } };
    trail.add({ provider, run: { id: '1', request: { operation: 'demo/invite' }, outcome } } as unknown as ShownRun);
    trail.add(shown('other'));
    assert.equal(trail.names.back, 'Invite · 201');
  });
});
