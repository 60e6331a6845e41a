import * as vscode from 'vscode';
import { commandIds } from '../../shell/contributions/commandIds';
import { scratchScheme } from '../../shell/ids';
import { registerCommand, reportError } from '../../shell/runCommand';
import type { ShellServices } from '../../shell/shellServices';
import { waitingTimes } from '../../shell/waitingTimes';
import { isBeingKept } from './keptScratch';
import { OpenScratches } from './openScratches';
import { saveActive, saveScratch } from './saveScratch';
import { ScratchFiles } from './scratchFiles';

/** How long what is not open stays, so that a closed editor can be opened again. */
const keptMs = 30 * 24 * 60 * 60_000;

export function registerScratch(services: ShellServices): void {
  const { context, log } = services;
  const files = new ScratchFiles(vscode.Uri.joinPath(context.globalStorageUri, 'scratch'));
  const asked = new WeakSet<vscode.TextDocument>();
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(scratchScheme, files, { isCaseSensitive: true }),
    vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
      const isAsked = reason === vscode.TextDocumentSaveReason.Manual && !isBeingKept(document);
      if (isAsked && document.uri.scheme === scratchScheme) asked.add(document);
    }),
    // Also as the answer to what the editor asks when one is closed: its text is kept by then.
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (!asked.delete(document)) return;
      saveScratch(services, document).catch((error: unknown) => reportError(log, 'The request was not saved.', error));
    }),
  );
  const openScratches = new OpenScratches(services);
  context.subscriptions.push(openScratches);
  void openScratches.openLeft();
  registerCommand(services, commandIds.saveRequest, () => saveActive(services));
  const sweeping = setTimeout(() => void sweep(files, services), waitingTimes.sweepMs);
  context.subscriptions.push({ dispose: () => clearTimeout(sweeping) });
}

async function sweep(files: ScratchFiles, { log }: ShellServices): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const open = tabs.flatMap(({ input }) =>
    input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? [input.uri.path] : [],
  );
  try {
    await files.sweep(Date.now() - keptMs, (folder) => open.some((path) => path.startsWith(`/${folder}/`)));
  } catch (error: unknown) {
    log.error('Old requests that were never saved could not be removed.', error);
  }
}
