import type * as vscode from 'vscode';
import type { RequestSession } from './requestSession';

/** For whoever works on what is open and shows no form of it. */
export interface SessionSource {
  session(document: vscode.TextDocument): Promise<RequestSession>;
}
