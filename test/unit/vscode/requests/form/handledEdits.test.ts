import assert from 'node:assert/strict';
import { HandledEdits } from '../../../../../src/vscode/requests/form/handledEdits';

describe('HandledEdits', () => {
  it('are told with the first state of a text that has them', () => {
    const handled = new HandledEdits();
    assert.equal(handled.upTo(1), 0);
    handled.add(1, 2);
    handled.add(2, 2);
    handled.add(3, 4);
    assert.equal(handled.upTo(1), 0);
    assert.equal(handled.upTo(2), 2);
    assert.equal(handled.upTo(3), 2);
    assert.equal(handled.upTo(5), 3);
    assert.equal(handled.upTo(6), 3);
  });
});
