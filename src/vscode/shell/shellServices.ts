import type * as vscode from 'vscode';
import type { Log } from './log';

/** What everything in the shell may count on. */
export interface ShellServices {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
}
