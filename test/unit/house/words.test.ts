import assert from 'node:assert/strict';
import { readSources, withoutComments } from '../importGraph';

/** Words that meant several things: the one place that says what they mean. */
const words: Readonly<Record<string, string>> = {
  Target: 'src/core/sending/target.ts',
  TreeTarget: 'src/vscode/shell/treeTarget.ts',
  PathAndQuery: 'src/node/emulator/emulatorHttp.ts',
  InFlight: 'src/vscode/sending/sender.ts',
  SendResult: 'src/core/sending/sendResult.ts',
  holdsReference: 'src/core/requests/references/reference.ts',
  isReference: 'src/core/requests/references/reference.ts',
};

const declared = /^(?:export )?(?:class|const|function|interface|type) (\w+)/gm;

describe('A word', () => {
  it('means one thing', () => {
    const found = [...readSources('src'), ...readSources('webview')].flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(declared)].flatMap(([, word = '']) =>
        Object.hasOwn(words, word) ? [`${word} ${path}`] : [],
      ),
    );
    assert.deepEqual(
      found.sort(),
      Object.entries(words)
        .map(([word, path]) => `${word} ${path}`)
        .sort(),
    );
  });
});
