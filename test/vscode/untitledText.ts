import * as vscode from 'vscode';
import { writeUnsaved } from '../../src/vscode/shell/untitled/writeUnsaved';

let made = 0;

/**
 * A JSON text of no file, by a name that none before it had: the editor gives a name that has become free to the next one, and
 * with it what it has not yet thrown away of the text that was closed.
 */
export function openUntitled(text: string): Promise<vscode.TextDocument> {
  made += 1;
  return writeUnsaved(vscode.Uri.from({ scheme: 'untitled', path: `Text ${made}.json` }), text);
}
