import assert from 'node:assert/strict';
import { noticeText } from '../../../../src/vscode/shell/noticeText';

/** The pattern of the editor: what it matches becomes a link that runs commands. */
const editorLink = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

describe('The text of a notice', () => {
  for (const hostile of [
    'No operation "[Repair](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22id%22%7D)".',
    '[a](file:///etc/passwd) [b](https://evil.example "Sign in")',
    '[[a](COMMAND:x)](command:y)',
  ]) {
    it(`holds no link: ${hostile}`, () => {
      assert.match(hostile, new RegExp(editorLink.source, 'i'));
      assert.doesNotMatch(noticeText(hostile), new RegExp(editorLink.source, 'i'));
    });
  }

  it('stays as it is otherwise', () => {
    const text = 'Field "signers[0]" (role): see [1] and (2). https://example.com/a[b]';
    assert.equal(noticeText(text), text);
  });
});
