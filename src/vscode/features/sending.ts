import * as vscode from 'vscode';
import { activeRequest, isRequest } from '../panels/activeRequest';
import type { OpenRequests } from '../panels/openRequests';
import type { SendAttempt } from '../panels/requestSession';
import { executeCommand, registerCommand } from '../runCommand';
import type { Services } from '../services';

/** Sends what the active editor shows, be it the form or the text. */
export function registerSending(services: Services, requests: OpenRequests): void {
  registerCommand(services, 'esign.send', () => sendActive(requests));
  registerCommand(services, 'esign.cancel', () => services.sender.cancel());
}

async function sendActive(requests: OpenRequests): Promise<void> {
  const active = activeRequest();
  if (active === undefined) return offerRequest();
  const form = active.view === 'form' ? requests.formOf(active.uri) : undefined;
  if (form !== undefined) return form.send();
  const document = await vscode.workspace.openTextDocument(active.uri);
  const attempt = await (await requests.session(document)).send();
  if (attempt.kind === 'refused') await explainInText(document, attempt);
}

async function offerRequest(): Promise<void> {
  const newRequest = 'New Request';
  const answer = await vscode.window.showInformationMessage('Open a request (*.esign.json) to send it.', newRequest);
  if (answer === newRequest) await executeCommand('esign.openRequest');
}

/** Leads to the first value that is wrong; the others are in the Problems view. */
async function explainInText(document: vscode.TextDocument, attempt: SendAttempt & { kind: 'refused' }): Promise<void> {
  const [{ refusalText }, { rangesIn }] = await Promise.all([
    import('../panels/requestForm'),
    import('../panels/editText'),
  ]);
  const [first] = attempt.errors;
  if (first !== undefined && isRequest(document.uri)) {
    const { offset } = rangesIn(document.getText())(first.pointer);
    const position = document.positionAt(offset);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  }
  const showProblems = 'Show Problems';
  const text = `${refusalText(attempt)}. Nothing was sent.${first ? ` ${first.message}` : ''}`;
  const answer = await vscode.window.showErrorMessage(text, showProblems);
  if (answer === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
