import * as vscode from 'vscode';
import { heldEntries } from '../history/heldEntries';
import type { ShownHistory } from '../history/registerHistory';
import type { OpenReplies } from '../replies/openReplies';
import { commandIds } from '../shell/contributions/commandIds';
import { registerCommand } from '../shell/runCommand';
import type { ImportPreviews } from './importRequests';
import type { PortableServices } from './portableServices';

/** What goes to other tools, and what comes from them. */
export function registerPortable(services: PortableServices, replies: OpenReplies, history: ShownHistory): void {
  registerCommand(services, commandIds.copyAsCode, async (entry) => {
    const { copyAsCode } = await import('./copyAsCode');
    await copyAsCode(services, replies, entry?.id);
  });
  registerCommand(services, commandIds.exportRuns, async (node, selected) => {
    const { exportRuns } = await import('./exportRuns');
    await exportRuns(services, heldEntries(node, selected), history.filter());
  });
  let previews: ImportPreviews | undefined;
  registerCommand(services, commandIds.importRequests, async () => {
    const { importForeign, importPreviewScheme, ImportPreviews } = await import('./importRequests');
    if (previews === undefined) {
      previews = new ImportPreviews();
      const provider = vscode.workspace.registerTextDocumentContentProvider(importPreviewScheme, previews);
      services.context.subscriptions.push(previews, provider);
    }
    await importForeign(services, previews);
  });
}
