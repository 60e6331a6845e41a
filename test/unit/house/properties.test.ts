import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs, usualRuns } from '../fixtures/runs';
import { readSources } from '../importGraph';

describe('Properties', () => {
  it('are tried as often as the run has time for', () => {
    assert.equal(fc.readConfigureGlobal().numRuns, runs(usualRuns));
    const said = readSources('test').flatMap(({ path, text }) =>
      [...text.matchAll(/\bnumRuns:(.*)/g)].map(([, count = '']) => ({ path, count })),
    );
    assert.ok(said.length > 20, 'hardly any was found');
    assert.deepEqual(
      said.filter(({ count }) => !/\bruns\(/.test(count)),
      [],
    );
  });
});
