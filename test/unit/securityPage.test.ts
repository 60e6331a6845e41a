import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listFiles } from './importGraph';

/** Paths below `test/` as SECURITY.md names them: without an ending, `*` for any name. */
function namedTests(page: string): readonly string[] {
  return [...page.matchAll(/`((?:unit|programs|vscode|e2e)\/[^`]+)`/g)].flatMap(([, name]) => name ?? []);
}

describe('SECURITY.md', () => {
  it('names only tests that there are', () => {
    const names = namedTests(readFileSync('SECURITY.md', 'utf8'));
    const tests = listFiles('test').map((path) => path.replace(/^test\//, ''));
    assert.ok(names.length > 10, 'hardly any test is named');
    const missing = names.filter((name) => {
      const pattern = new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}\\.test\\.tsx?$`);
      return !tests.some((test) => pattern.test(test));
    });
    assert.deepEqual(missing, []);
  });
});
