import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Problem } from '../../core/problems/problem';
import { pickOne } from '../shell/asking/pickOne';
import { commandIds } from '../shell/contributions/commandIds';
import { requestEditor } from '../shell/ids';
import { showError, showInfo } from '../shell/notices';
import { executeCommand } from '../shell/runCommand';
import { activeRequest, isRequest, openRequestTabs, type RequestTab } from './requestTab';
import type { OpenRequests } from './session/openRequests';
import type { RequestSession } from './session/requestSession';

/** Sends what the active editor shows, be it the form or the text; where it shows no request, one that is open. */
export async function sendActive(requests: OpenRequests, anyway: boolean): Promise<void> {
  const open = openRequestTabs();
  const active = activeRequest() ?? (open.length === 0 ? await offerRequest() : await pickOpen(open));
  if (active === undefined) return;
  const form = active.view === 'form' ? requests.formOf(active.uri) : undefined;
  if (form !== undefined) return form.send(anyway);
  const document = await vscode.workspace.openTextDocument(active.uri);
  await sendText(await requests.session(document), anyway);
}

/** Comes to the front, so that it is seen what is sent: whoever follows the walkthrough has that in front. */
async function pickOpen(open: readonly RequestTab[]): Promise<RequestTab | undefined> {
  const items = open.map((one) => ({
    label: one.tab.label,
    description: vscode.workspace.asRelativePath(one.uri),
    value: one,
  }));
  const picked = await pickOne(t('Which request?'), items);
  if (picked === undefined) return undefined;
  const editor = picked.view === 'form' ? requestEditor : 'default';
  await vscode.commands.executeCommand('vscode.openWith', picked.uri, editor, picked.tab.group.viewColumn);
  return picked;
}

async function offerRequest(): Promise<undefined> {
  const newRequest = t('New Request');
  const answer = await showInfo(t('Open a request (*.esign.json) to send it.'), newRequest);
  if (answer === newRequest) await executeCommand(commandIds.openRequest);
}

export async function sendText(session: RequestSession, force: boolean): Promise<void> {
  const run = await session.send('text', { force });
  if (run?.outcome.kind !== 'failed') return;
  const { pointerToMend } = await import('./pointerToMend');
  const at = pointerToMend(run);
  const { problem } = run.outcome;
  if (at === undefined && problem.kind !== 'unreadableRequest') return;
  if (at !== undefined && isRequest(session.document.uri)) await show(session.document, at);
  await explainInText(session, problem);
}

async function show(document: vscode.TextDocument, pointer: string): Promise<void> {
  const { rangesIn } = await import('../../core/requests/editing/editText');
  const { offset } = rangesIn(document.getText())(pointer);
  const position = document.positionAt(offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

/** The first value that is wrong; the others are in the Problems view. */
async function explainInText(session: RequestSession, problem: Problem): Promise<void> {
  const { describeProblem } = await import('../../core/problems/describeProblem');
  const { title, cause } = describeProblem(problem);
  const isForeseen = problem.kind === 'invalidRequest';
  const [showProblems, sendAnyway] = [t('Show Problems'), t('Send Anyway')];
  const what = isForeseen ? problem.issues.find(({ severity }) => severity === 'error')?.message : cause;
  const answer = await showError(
    t('{0}. Nothing was sent. {1}', title, what ?? ''),
    showProblems,
    ...(isForeseen ? [sendAnyway] : []),
  );
  if (answer === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (answer === sendAnyway) await sendText(session, true);
}
