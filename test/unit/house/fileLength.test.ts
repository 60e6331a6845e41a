import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listFiles } from '../importGraph';

/** A file that is read in one go. What is longer holds a second idea, or is a table of data. */
const mostLines = 250;

/** Tables, which are looked up and not read. */
const tables: Readonly<Record<string, string>> = {};

const files = ['src', 'webview']
  .flatMap(listFiles)
  .filter((path) => /\.(tsx?|css)$/.test(path))
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }));

describe('Files', () => {
  it(`have at most ${mostLines} lines, but for tables of data`, () => {
    assert.ok(files.length > 1000, 'hardly any file was found');
    const long = files.filter(({ lines }) => lines > mostLines).map(({ path }) => path);
    assert.deepEqual(long.toSorted(), Object.keys(tables).toSorted());
  });
});
