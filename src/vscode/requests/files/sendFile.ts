import * as vscode from 'vscode';
import { sendActive, sendText } from '../sendActive';
import type { OpenRequests } from '../session/openRequests';

/** Sends a request file, be it open or not, as its text says. */
export async function sendFile(requests: OpenRequests, uri: vscode.Uri | undefined): Promise<void> {
  if (uri === undefined) return sendActive(requests, false);
  const form = requests.formOf(uri);
  if (form !== undefined) return form.send(false);
  await sendText(await requests.session(await vscode.workspace.openTextDocument(uri)), false);
}
