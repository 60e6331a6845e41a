import type * as vscode from 'vscode';

const key = 'esign.recentOperations';
const most = 5;

/** Ids of the operations whose requests were opened last, the newest first. */
export function recentOperations({ globalState }: Pick<vscode.ExtensionContext, 'globalState'>): readonly string[] {
  return globalState.get<readonly string[]>(key, []);
}

export async function rememberOperation(
  context: Pick<vscode.ExtensionContext, 'globalState'>,
  operation: string,
): Promise<void> {
  const before = recentOperations(context).filter((other) => other !== operation);
  await context.globalState.update(key, [operation, ...before].slice(0, most));
}
