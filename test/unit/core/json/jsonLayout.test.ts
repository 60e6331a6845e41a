import assert from 'node:assert/strict';
import { rewriteJson } from '../../../../src/core/json/rewriting/rewriteJson';

describe('The layout of JSON', () => {
  for (const depth of [10, 1_000, 100_000]) {
    it(`is no more than a few times as long as the JSON itself, ${depth} levels deep`, () => {
      const json = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const { text } = rewriteJson(json, () => undefined, { indent: 2 });
      assert.ok(text.length < 10_000 + 2 * json.length, `${text.length} characters for ${json.length}`);
      assert.deepEqual(text.replace(/\s/g, ''), json);
    });
  }
});
