import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { commandIds } from '../../shell/contributions/commandIds';
import { showInfo } from '../../shell/notices';
import { onePanel } from '../../shell/page/onePanel';
import { registerCommand } from '../../shell/runCommand';
import { isScenario } from '../scenarioFiles';
import type { RunningServices } from '../scenarioServices';
import type { JourneyPanel } from './journeyPanel';
import { Journeys } from './journeys';

interface Picture {
  readonly journeys: Journeys;
  /** The one tab, which is not shown before it is told what of. */
  readonly opened: () => Promise<JourneyPanel>;
}

/** The picture of a journey. What draws it is loaded when somebody wants to see one. */
export function registerPicture(services: RunningServices): Picture {
  const { context } = services;
  const journeys = new Journeys();
  context.subscriptions.push(journeys);
  const opened = onePanel(context, async (): Promise<JourneyPanel> => {
    const { JourneyPanel: Panel } = await import('./journeyPanel');
    return new Panel(services, journeys);
  });
  registerCommand(services, commandIds.scenario.showJourney, async (given, workflowId) => {
    const uri = given ?? vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined || !isScenario(uri)) {
      await showInfo(t('Open a scenario (*.arazzo.yaml) to see its journey.'));
      return;
    }
    // The menu of an editor gives something of its own in this place.
    const chosen = typeof workflowId === 'string' ? workflowId : await workflowAtCursor(uri);
    await (await opened()).show({ uri, workflowId: chosen });
  });
  return { journeys, opened };
}

/** The workflow in which the cursor stands, else the first one. */
async function workflowAtCursor(uri: vscode.Uri): Promise<string> {
  const [{ outlineOf }, document] = await Promise.all([
    import('../../../core/scenarios/editing/text/outline'),
    vscode.workspace.openTextDocument(uri),
  ]);
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const cursor = editor === undefined ? 0 : document.offsetAt(editor.selection.active);
  const workflows = outlineOf(document.getText());
  const within = workflows.findLast(({ extent }) => extent.start <= cursor);
  return (within ?? workflows[0])?.workflowId ?? '';
}
