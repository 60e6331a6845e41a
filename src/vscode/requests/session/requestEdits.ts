import * as vscode from 'vscode';
import { replacementsBetween } from '../../../core/requests/editing/editText';
import { type ChangedText, TextChanges } from '../../../core/requests/editing/textChanges';
import type { FormEdit } from '../../../protocol/form';

/** Changes the text of one open request, whoever asks: one change after the other, each of the newest text. */
export class RequestEdits {
  readonly #document: vscode.TextDocument;
  readonly #changes: TextChanges;
  #last: Promise<unknown> = Promise.resolve();

  constructor(document: vscode.TextDocument) {
    this.#document = document;
    this.#changes = new TextChanges(document.version, document.getText());
  }

  /** Takes note of what has become of the document, here or elsewhere: other line ends are a version of their own, too. */
  record(): void {
    this.#changes.record(this.#document.version, this.#document.getText());
  }

  /** Makes edits of the text that a version had; what has gone since then is not edited. */
  apply(edits: readonly FormEdit[], version: number): Promise<void> {
    return this.#next(() => this.#changes.edited(edits, version));
  }

  /** Where what a pointer meant in one version is in a later one; undefined when it has gone. */
  placeOf(pointer: string, from: number, to: number): string | undefined {
    return this.#changes.placeOf(pointer, from, to);
  }

  /** What the document said in a version; undefined where that is not known. */
  textOf(version: number): string | undefined {
    return this.#changes.textOf(version);
  }

  replace(change: (text: string) => string): Promise<void> {
    return this.#next((text) => ({ text: change(text), shifts: undefined }));
  }

  /** When all that was asked for is done, be it that it failed. */
  async settled(): Promise<void> {
    await this.#last;
  }

  #next(change: Change): Promise<void> {
    const changed = this.#last.then(() => this.#change(change));
    this.#last = changed.catch(() => undefined);
    return changed;
  }

  /** The editor refuses a change of a text that somebody else has changed meanwhile: then it is made in the new one. */
  async #change(change: Change): Promise<void> {
    let version: number;
    do {
      version = this.#document.version;
      if (await this.#attempt(change)) return;
    } while (this.#document.version !== version);
    // Nobody may believe that it is done.
    throw new Error('The editor refused a change of a request.');
  }

  async #attempt(change: Change): Promise<boolean> {
    const before = this.#document.getText();
    const changed = change(before);
    const replacements = changed === undefined ? [] : replacementsBetween(before, changed.text);
    if (changed === undefined || replacements.length === 0) return true;
    this.#changes.expect(changed);
    const edit = new vscode.WorkspaceEdit();
    for (const { offset, length, text } of replacements) {
      const range = new vscode.Range(this.#document.positionAt(offset), this.#document.positionAt(offset + length));
      edit.replace(this.#document.uri, range, text);
    }
    return vscode.workspace.applyEdit(edit);
  }
}

type Change = (text: string) => ChangedText | undefined;
