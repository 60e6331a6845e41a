import type * as vscode from 'vscode';

/** The way to the one of a window, which is made when somebody first asks for it, and goes with the extension. */
export function onePanel<Panel extends vscode.Disposable>(
  { subscriptions }: vscode.ExtensionContext,
  make: () => Promise<Panel>,
): () => Promise<Panel> {
  let made: Promise<Panel> | undefined;
  return () => {
    made ??= make().then((panel) => {
      subscriptions.push(panel);
      return panel;
    });
    return made;
  };
}
