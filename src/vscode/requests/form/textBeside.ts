import * as vscode from 'vscode';
import { rangesIn } from '../../../core/requests/editing/editText';
import { pointerAt } from '../../../core/requests/editing/pointerAt';
import type { RequestSession } from '../session/requestSession';

/**
 * The text of a form's document in another column: it shows where the field is that has the focus, and its cursor shows
 * the field. Its own cursor and what is folded in it stay as they are.
 */
export class TextBeside implements vscode.Disposable {
  readonly #session: Pick<RequestSession, 'document' | 'state'>;
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #listening: vscode.Disposable;

  /** `point` is told the pointer that the cursor is in. */
  constructor(session: Pick<RequestSession, 'document' | 'state'>, point: (pointer: string) => void) {
    this.#session = session;
    const { document } = session;
    this.#listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
      const [selection] = selections;
      // Without a kind the cursor was only pushed along by a change.
      if (textEditor.document !== document || kind === undefined || selection === undefined) return;
      textEditor.setDecorations(this.#mark, []);
      const pointer = pointerAt(document.getText(), document.offsetAt(selection.active));
      if (pointer !== undefined) point(pointer);
    });
  }

  async open(): Promise<void> {
    const shown = this.#editors()[0];
    if (shown === undefined) await this.#show({ viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  }

  /** Puts the cursor where the text is no JSON, so that one can go on writing. */
  async goToFault(): Promise<void> {
    const { state } = this.#session;
    const [fault] = state?.kind === 'unreadable' ? (state.broken?.faults ?? []) : [];
    const viewColumn = this.#editors()[0]?.viewColumn ?? vscode.ViewColumn.Beside;
    const at = this.#document.positionAt(fault?.offset ?? 0);
    await this.#show({ viewColumn, selection: new vscode.Range(at, at) });
  }

  /** The field of a pointer has the focus. */
  focused(pointer: string): void {
    const editors = this.#editors();
    if (editors.length === 0) return;
    const { offset, length } = rangesIn(this.#document.getText())(pointer);
    const range = new vscode.Range(this.#document.positionAt(offset), this.#document.positionAt(offset + length));
    for (const editor of editors) {
      editor.setDecorations(this.#mark, [range]);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  dispose(): void {
    this.#listening.dispose();
    this.#mark.dispose();
  }

  get #document(): vscode.TextDocument {
    return this.#session.document;
  }

  #editors(): readonly vscode.TextEditor[] {
    return vscode.window.visibleTextEditors.filter(({ document }) => document === this.#document);
  }

  #show(options: vscode.TextDocumentShowOptions): Thenable<vscode.TextEditor> {
    return vscode.window.showTextDocument(this.#document, { preview: false, ...options });
  }
}
