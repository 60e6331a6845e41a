import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listFiles } from '../importGraph';

/** What is longer holds a second idea, or is looked up instead of read. */
const mostLines = 250;

const longer: Readonly<Record<string, string>> = {
  'src/core/scenarios/running/workflowRun.ts': 'one run of a workflow: its steps, and what all of them share',
  'src/package/types/emulators.ts': 'the types of one import, as an editor shows them',
  'src/vscode/replies/replyPanel.ts': 'what each message of a page does',
  'src/vscode/requests/form/requestForm.ts': 'what each message of a page does',
};

/** The catalogue of a provider's failures is a table. */
const table = /^src\/providers\/[^/]+\/failures(?:\.ts$|\/)/;

describe('Files', () => {
  it(`have at most ${mostLines} lines, or a reason`, () => {
    const files = ['src', 'webview']
      .flatMap(listFiles)
      .filter((path) => /\.(tsx?|css)$/.test(path) && !table.test(path));
    assert.ok(files.length > 2000, 'hardly any file was found');
    const long = files.filter((path) => readFileSync(path, 'utf8').split('\n').length - 1 > mostLines);
    assert.deepEqual(long.toSorted(), Object.keys(longer).toSorted());
  });
});
