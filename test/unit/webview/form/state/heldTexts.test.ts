import assert from 'node:assert/strict';
import { HeldTexts } from '../../../../../webview/form/state/heldTexts';

describe('Texts that are no values yet', () => {
  const values = { body: { list: [{ id: 1 }, { id: 2 }], group: {} } };
  let kept: Readonly<Record<string, string>>;
  let held: HeldTexts;

  beforeEach(() => {
    kept = { '/body/list/1/json': '{', '/body/group/json': '[' };
    held = new HeldTexts(kept, (texts) => {
      kept = texts;
    });
  });

  it('are kept until there is none', () => {
    held.hold('/body/list/1/json', '{"a"');
    held.hold('/body/group/json', undefined);
    assert.deepEqual(kept, { '/body/list/1/json': '{"a"' });
    assert.equal(held.at('/body/list/1/json'), '{"a"');
  });

  it('move with their item', () => {
    held.follow(values, { body: { list: [{ id: 2 }], group: {} } });
    assert.deepEqual(held.pointers, ['/body/list/0/json', '/body/group/json']);
  });

  it('go with what they stand in', () => {
    held.follow(values, { body: { list: [{ id: 1 }] } });
    assert.deepEqual(kept, {});
  });

  it('go when what they stand in is replaced, and stay when something else is', () => {
    held.forgetWithin([
      { kind: 'set', pointer: '/body/group', value: {} },
      { kind: 'remove', pointer: '/body/list/0' },
      { kind: 'move', pointer: '/body/list', from: 1, to: 0 },
    ]);
    assert.deepEqual(held.pointers, ['/body/list/1/json']);
  });
});
