import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as z from 'zod';
import { askDocumentId } from '../../../src/vscode/documents/askDocumentId';
import { demoProvider } from '../../unit/emulator/demoProvider';

const example = 'f742655b-7b27-43e1-9e4b-330246b140e6';
const other = '0b0b7a4e-51c3-4b0a-8d2f-0d5bb2d3c9aa';

const provider = {
  ...demoProvider,
  operations: demoProvider.operations.map((operation) => ({
    ...operation,
    path: '/notes/{note_id}',
    request: {
      path: z.object({ note_id: z.string().meta({ refersTo: 'notes', idShape: 'uuid', examples: [example] }) }),
    },
  })),
};
const question = { provider, collection: { id: 'notes', noun: 'note' }, title: 'Pin a note' };

describe('The question for the ID of a document', () => {
  it('shows an example, says while one types what is none, and takes off what was pasted around one', async () => {
    const { boxes, id } = await asking([`https://api.example/notes/${other}?full=1`], []);
    assert.equal(id, other);
    const [box] = boxes;
    assert.match(box?.placeHolder ?? '', new RegExp(example));
    const remark = async (text: string) => {
      const said = await box?.validateInput?.(text);
      return typeof said === 'object' && said !== null ? { ...said } : said;
    };
    const { Error: refused, Warning: warned, Info: told } = vscode.InputBoxValidationSeverity;
    assert.deepEqual(await remark(other), undefined);
    assert.deepEqual(await remark(`"${other}"`), { message: `The ID is ${other}.`, severity: told });
    const message = `"not-a-uuid" has 10 characters; IDs are UUIDs here, such as ${example}.`;
    assert.deepEqual(await remark('not-a-uuid'), { message, severity: warned });
    assert.equal(((await remark('<note id>')) as vscode.InputBoxValidationMessage).severity, refused);
  });

  it('comes back with what was typed where that does not look like an ID', async () => {
    const { boxes, asked, id } = await asking(['not-a-uuid', other], ['Change ID']);
    assert.equal(id, other);
    assert.equal(boxes[1]?.value, 'not-a-uuid');
    assert.match(asked[0] ?? '', new RegExp(`such as ${example}`));
  });

  it('takes it where a person insists, and nothing where they give up', async () => {
    assert.equal((await asking(['not-a-uuid'], ['Use It All the Same'])).id, 'not-a-uuid');
    assert.equal((await asking(['not-a-uuid'], [undefined])).id, undefined);
    assert.equal((await asking([undefined], [])).id, undefined);
  });
});

/** With what is typed into each box, and what is said to each question. */
async function asking(typed: readonly (string | undefined)[], answers: readonly (string | undefined)[]) {
  const boxes: vscode.InputBoxOptions[] = [];
  const asked: string[] = [];
  const window = vscode.window as { showInputBox: unknown; showWarningMessage: unknown };
  const { showInputBox, showWarningMessage } = window;
  window.showInputBox = async (options: vscode.InputBoxOptions) => typed[boxes.push(options) - 1];
  window.showWarningMessage = async (text: string) => answers[asked.push(text) - 1];
  try {
    return { boxes, asked, id: await askDocumentId(question) };
  } finally {
    Object.assign(window, { showInputBox, showWarningMessage });
  }
}
