import * as vscode from 'vscode';
import { noticeText } from './noticeText';

/** Messages that a person need not answer. All of them pass here: what they quote is never read as a link. */
export async function showInfo(text: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInformationMessage(noticeText(text), ...buttons);
}

export async function showWarning(text: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return vscode.window.showWarningMessage(noticeText(text), ...buttons);
}

export async function showError(text: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return vscode.window.showErrorMessage(noticeText(text), ...buttons);
}

/** A dialog that has to be answered before anything else is done. */
export async function askModal(
  text: string,
  detail: string,
  ...buttons: readonly string[]
): Promise<string | undefined> {
  return vscode.window.showWarningMessage(noticeText(text), { modal: true, detail: noticeText(detail) }, ...buttons);
}

/** Shows in a notification that something is under way. */
export async function showProgress<Result>(
  { title, cancellable = false }: { readonly title: string; readonly cancellable?: boolean },
  work: (token: vscode.CancellationToken, tell: (message: string) => void) => PromiseLike<Result>,
): Promise<Result> {
  const options = { location: vscode.ProgressLocation.Notification, title: noticeText(title), cancellable };
  return vscode.window.withProgress(options, (progress, token) =>
    work(token, (message) => progress.report({ message: noticeText(message) })),
  );
}

/** Shows at the top of a view that something is under way. */
export async function whileBusy(viewId: string, work: () => Promise<unknown>): Promise<void> {
  await vscode.window.withProgress({ location: { viewId } }, work);
}
