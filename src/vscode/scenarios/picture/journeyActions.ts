import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { outlineOf } from '../../../core/scenarios/editing/text/outline';
import { journeyDiagram } from '../../../core/scenarios/picture/journeyDiagram';
import { journeyText } from '../../../core/scenarios/picture/journeyText';
import type { Journey, JourneyState } from '../../../protocol/pages/journey';
import type { OpenReplies } from '../../replies/openReplies';
import { showInfo } from '../../shell/notices';
import { waitingTimes } from '../../shell/waitingTimes';
import { rangeInEditor } from '../text/rangeOf';

/** Shows a step where it stands in the text now. */
export async function revealStep(
  uri: vscode.Uri,
  { workflowId, stepId }: { readonly workflowId: string; readonly stepId: string },
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const workflow = outlineOf(document.getText()).find((one) => one.workflowId === workflowId);
  const step = workflow?.steps.find((one) => one.stepId === stepId);
  const selection = step && rangeInEditor(document, step.named);
  await vscode.window.showTextDocument(document, { viewColumn: columnOf(uri), ...(selection && { selection }) });
}

/** Where the file is open already; otherwise the first, since the picture stands beside it. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const shown = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  return shown?.viewColumn ?? vscode.ViewColumn.One;
}

export async function openReply(replies: OpenReplies, run: string | undefined): Promise<void> {
  const shown = run === undefined ? undefined : await replies.find(run);
  if (shown === undefined) await showInfo(t('This reply is no longer kept. Run the scenario again.'));
  else (await replies.panel()).show(shown);
}

export async function copyJourney(state: JourneyState): Promise<void> {
  await copy(state, journeyText);
}

export async function copyDiagram(state: JourneyState): Promise<void> {
  await copy(state, journeyDiagram);
}

async function copy(state: JourneyState, write: (journey: Journey) => string): Promise<void> {
  if (state.kind !== 'journey') return;
  await vscode.env.clipboard.writeText(write(state));
  vscode.window.setStatusBarMessage(t('Journey copied'), waitingTimes.copiedMs);
}
