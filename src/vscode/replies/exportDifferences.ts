import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { differencesMarkdown } from '../../core/replies/differenceLines';
import { differencesIn } from '../../core/replies/replyState';
import { waitingTimes } from '../shell/waitingTimes';
import type { ShownRun } from './shownRun';

export async function copyDifferences(shown: ShownRun): Promise<void> {
  const { run, provider } = shown;
  const title = provider.operations.find(({ id }) => id === run.request.operation)?.title ?? run.request.operation;
  const status = run.outcome.kind === 'replied' ? run.outcome.reply.status : '';
  await vscode.env.clipboard.writeText(
    differencesMarkdown(`${provider.title}: ${title}, ${status}`, differencesOf(shown)),
  );
  vscode.window.setStatusBarMessage(t('Differences copied as Markdown'), waitingTimes.copiedMs);
}

export async function saveDifferences(shown: ShownRun): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${shown.run.request.operation.replace(/^.*\//, '')} differences.json`;
  const target = await vscode.window.showSaveDialog(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {});
  if (target === undefined) return;
  const text = `${JSON.stringify(differencesOf(shown), undefined, 2)}\n`;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}

function differencesOf({ run: { outcome } }: ShownRun): ReturnType<typeof differencesIn> {
  return outcome.kind === 'replied' ? differencesIn(outcome.reading) : [];
}
