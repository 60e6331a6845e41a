import { requestFileGlob, restoredPanels, scenarioFileGlob, scratchScheme } from '../ids';

/** What starts the extension before somebody opens a view of it or asks for a command. */
export function activationEvents(): readonly string[] {
  return [
    `workspaceContains:${requestFileGlob}`,
    `workspaceContains:${scenarioFileGlob}`,
    'onLanguage:json',
    ...Object.values(restoredPanels).map((type) => `onWebviewPanel:${type}`),
    `onFileSystem:${scratchScheme}`,
  ];
}
