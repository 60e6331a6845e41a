import type * as vscode from 'vscode';

/** What the editor has for servers of assistants, from 1.101 on: the types of this project are older. */
export interface McpApi {
  readonly lm: {
    registerMcpServerDefinitionProvider(id: string, provider: ServerProvider): vscode.Disposable;
  };
  readonly McpStdioServerDefinition: new (
    label: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    version: string,
  ) => object;
}

interface ServerProvider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
  provideMcpServerDefinitions(token: vscode.CancellationToken): Thenable<readonly object[]>;
}

export function offersServers(api: object): api is McpApi {
  return 'McpStdioServerDefinition' in api && 'lm' in api && has(api.lm, 'registerMcpServerDefinitionProvider');
}

function has(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && name in value;
}
