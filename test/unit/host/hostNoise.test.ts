import * as assert from 'node:assert/strict';
import { isHostNoise } from '../../host/editor/hostNoise.mjs';

describe('The noise of the editor host', () => {
  it('is what it says about modules that were not built', () => {
    assert.equal(isHostNoise('Error: Could not locate the bindings file. Tried:'), true);
  });

  it('is not what a test says', () => {
    assert.equal(isHostNoise('AssertionError [ERR_ASSERTION]: 1 !== 2'), false);
  });
});
