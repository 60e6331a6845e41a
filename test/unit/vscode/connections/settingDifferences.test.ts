import assert from 'node:assert/strict';
import { settingDifferences } from '../../../../src/vscode/connections/settingDifferences';

const own = { id: 'mine', provider: 'demo', title: 'Mine', baseUrl: 'https://a.test', variables: { folder: '7' } };

describe('A connection of the workspace', () => {
  it('says how it differs from one’s own of the same id', () => {
    assert.deepEqual(settingDifferences(own, own), []);
    const { variables: _, ...shared } = { ...own, baseUrl: 'https://team.test', pathPrefix: '/api' };
    assert.deepEqual(settingDifferences(shared, own), [
      'Base URL: https://team.test in the workspace, https://a.test in your settings.',
      'Path prefix: /api in the workspace, nothing in your settings.',
      'Variables: nothing in the workspace, {"folder":"7"} in your settings.',
    ]);
  });
});
