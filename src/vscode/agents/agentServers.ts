import process from 'node:process';
import * as vscode from 'vscode';
import { agentServers } from '../shell/ids';
import type { ShellServices } from '../shell/shellServices';
import { type McpApi, offersServers } from './mcpApi';

/**
 * Offers the server of the npm package where one is installed: `esign mcp` has its own session, with no connection of
 * this window. Nothing of a folder that is not trusted is run.
 */
export function registerAgentServers({ context, log }: ShellServices): void {
  const api: object = vscode;
  if (!offersServers(api)) return;
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    api.lm.registerMcpServerDefinitionProvider(agentServers, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: async () => {
        try {
          return await installedServers(api);
        } catch (error: unknown) {
          log.error('An installed command line could not be looked for.', error);
          return [];
        }
      },
    }),
  );
}

async function installedServers(api: McpApi): Promise<readonly object[]> {
  if (!vscode.workspace.isTrusted) return [];
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const { findInstalled } = await import('./findInstalled');
  const found = await findInstalled(
    folders.map(({ uri }) => uri.fsPath),
    process.env,
  );
  if (found === undefined) return [];
  const server = new api.McpStdioServerDefinition(
    'E-Sign Workbench',
    'node',
    [found.program, 'mcp'],
    {},
    found.version,
  );
  const [first] = folders;
  return [first === undefined ? server : Object.assign(server, { cwd: first.uri })];
}
