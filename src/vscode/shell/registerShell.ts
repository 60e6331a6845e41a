import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { commandIds } from './contributions/commandIds';
import { commandOfStep } from './contributions/walkthroughs';
import { views, walkthrough } from './ids';
import { registerCommand } from './runCommand';
import type { ShellServices } from './shellServices';
import { waitingTimes } from './waitingTimes';

const seenVersion = 'esign.seenVersion';

export function registerShell(services: ShellServices): void {
  registerCommand(services, commandIds.showLog, () => services.log.show());
  registerCommand(services, commandIds.openWalkthrough, () =>
    vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${services.context.extension.id}#${walkthrough}`,
      false,
    ),
  );
  registerCommand(services, commandIds.takeWalkthroughStep, async (step = '') => {
    const command = commandOfStep(step);
    if (command === undefined) return;
    await delay(waitingTimes.walkthroughMs);
    // Where it is seen what becomes of it; and a step that had the focus would take it back from every next question.
    await vscode.commands.executeCommand(`${views.providers}.focus`);
    await vscode.commands.executeCommand(command);
  });
  registerCommand(services, commandIds.showWhatIsNew, async () => {
    const { showWhatIsNew } = await import('./news/whatIsNew');
    await showWhatIsNew(services.context);
  });
  lookForNews(services);
  // The editor's own list, where each can be given other keys.
  registerCommand(services, commandIds.showShortcuts, () =>
    vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', `@ext:${services.context.extension.id}`),
  );
}

/** Who has just installed it is shown the walkthrough by the editor; who has updated it is told what came. */
function lookForNews({ context, log }: ShellServices): void {
  const current = String(context.extension.packageJSON.version);
  const seen = context.globalState.get<string>(seenVersion);
  if (seen === current) return;
  const tell = async () => {
    await context.globalState.update(seenVersion, current);
    if (seen === undefined) return;
    const { tellWhatIsNew } = await import('./news/whatIsNew');
    await tellWhatIsNew(context, seen);
  };
  tell().catch((error: unknown) => log.error(String(error)));
}
