import * as vscode from 'vscode';

/*
 * Lists and inputs of the editor that stay until they are answered or Escape is pressed: a page or a list that gets the
 * focus back late would otherwise take the question away.
 */

export function showPick<Item extends vscode.QuickPickItem>(
  items: readonly Item[] | Thenable<readonly Item[]>,
  options: vscode.QuickPickOptions & { readonly canPickMany: true },
): Thenable<Item[] | undefined>;
export function showPick<Item extends vscode.QuickPickItem>(
  items: readonly Item[] | Thenable<readonly Item[]>,
  options: vscode.QuickPickOptions,
): Thenable<Item | undefined>;
export function showPick<Item extends vscode.QuickPickItem>(
  items: readonly Item[] | Thenable<readonly Item[]>,
  options: vscode.QuickPickOptions,
): Thenable<Item | Item[] | undefined> {
  return vscode.window.showQuickPick(items, { ...options, ignoreFocusOut: true });
}

export function showInput(options: vscode.InputBoxOptions): Thenable<string | undefined> {
  return vscode.window.showInputBox({ ...options, ignoreFocusOut: true });
}
