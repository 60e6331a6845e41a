import * as vscode from 'vscode';
import { nodeAt, readJsonTree } from '../../core/json/jsonTree';
import { mostFormatted } from '../../core/replies/body/bodyPreview';
import type { BodySide } from '../../protocol/reply';
import { columnBesideReply } from '../shell/columnBesideReply';
import { replyBodyUri, requestBodyUri } from './replyBodies';
import type { ShownRun } from './shownRun';

export interface BodyPlace {
  readonly side: BodySide;
  /** Of a value of the body; empty for its beginning. */
  readonly pointer: string;
  /** A text that is looked for there; may be empty. */
  readonly find: string;
}

/** Opens a body as a document of its own, in which the editor itself finds and folds. */
export async function openBody({ run }: ShownRun, { side, pointer, find }: BodyPlace): Promise<void> {
  const uri = side === 'reply' ? replyBodyUri(run) : requestBodyUri(run);
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(offsetOf(document.getText(), pointer));
  await vscode.window.showTextDocument(document, {
    preview: true,
    viewColumn: columnBesideReply(),
    selection: new vscode.Range(at, at),
  });
  if (find !== '') await vscode.commands.executeCommand('editor.actions.findWithArgs', { searchString: find });
}

function offsetOf(text: string, pointer: string): number {
  if (pointer === '' || text.length > mostFormatted) return 0;
  return nodeAt(readJsonTree(text)?.root, pointer)?.start ?? 0;
}
