import type * as vscode from 'vscode';
import { scratchScheme } from '../../shell/ids';

/** How often the text of each is being kept without anybody having asked for it. */
const keeping = new Map<string, number>();

export function isBeingKept({ uri }: vscode.TextDocument): boolean {
  return keeping.has(uri.toString());
}

/** Keeps the text of a request that has no file of its own; any other is saved by nobody but a person. */
export async function keepScratch(document: vscode.TextDocument): Promise<void> {
  if (document.uri.scheme !== scratchScheme || document.isClosed) return;
  const address = document.uri.toString();
  count(address, 1);
  try {
    // Whether it is dirty is not asked: a text that was changed while it was being written counts as clean here, and only here.
    await document.save();
  } finally {
    count(address, -1);
  }
}

/**
 * What was sent is in the history: a request asks nothing when it is closed for as long as it says what was sent last. What
 * was changed behind that is somebody's work, until it is taken back.
 */
export class SentText {
  readonly #document: vscode.TextDocument;
  readonly #failed: (error: unknown) => void;
  #text: string | undefined;

  constructor(document: vscode.TextDocument, failed: (error: unknown) => void) {
    this.#document = document;
    this.#failed = failed;
  }

  sent(text: string): void {
    if (this.#document.uri.scheme !== scratchScheme) return;
    this.#text = text;
    this.look();
  }

  /** The text may be another one. */
  look(): void {
    if (this.#text === undefined || this.#document.getText() !== this.#text) return;
    keepScratch(this.#document).catch(this.#failed);
  }
}

function count(address: string, more: 1 | -1): void {
  const now = (keeping.get(address) ?? 0) + more;
  if (now === 0) keeping.delete(address);
  else keeping.set(address, now);
}
