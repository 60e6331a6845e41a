import type * as vscode from 'vscode';
import { scratchScheme } from '../ids';

/** What lies in no folder of a person's. */
export function isUnsaved({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || scheme === scratchScheme;
}
