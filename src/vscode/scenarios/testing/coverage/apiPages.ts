import * as vscode from 'vscode';
import type { RunningServices } from '../../scenarioServices';

/** Read-only documents that list what an API can do. */
const scheme = 'esign-api';

/** The editor adds up what stands in one folder, in a row with its name. */
const folder = 'E-Sign Workbench';

export function apiPageUri(title: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${folder}/${title}` });
}

export function registerApiPages({ context, registry }: RunningServices): void {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async (uri) => {
        const entry = registry.entries.find(({ title }) => apiPageUri(title).path === uri.path);
        const [provider, { apiPage }] = await Promise.all([
          entry && registry.provider(entry.id),
          import('./apiCoverage'),
        ]);
        return provider && apiPage(provider).text;
      },
    }),
  );
}
