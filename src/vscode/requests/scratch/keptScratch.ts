import type * as vscode from 'vscode';
import { scratchScheme } from '../../shell/ids';

/** Those whose text is being kept without anybody having asked for it. */
const keeping = new Set<string>();

/** What was sent is in the history: closing it asks nothing. */
export async function keepScratch(document: vscode.TextDocument): Promise<void> {
  if (document.uri.scheme !== scratchScheme || !document.isDirty) return;
  const address = document.uri.toString();
  keeping.add(address);
  try {
    await document.save();
  } finally {
    keeping.delete(address);
  }
}

export function isBeingKept({ uri }: vscode.TextDocument): boolean {
  return keeping.has(uri.toString());
}
