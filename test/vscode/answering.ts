import * as vscode from 'vscode';

/** Answers modal questions as a person does, and gives what they said. The safe answer stands first. */
export async function answering(answer: 'send' | 'safe', work: () => Promise<void>): Promise<readonly string[]> {
  const asked: string[] = [];
  const window = vscode.window as { showWarningMessage: unknown };
  const own = window.showWarningMessage;
  window.showWarningMessage = async (title: string, { detail }: vscode.MessageOptions, ...buttons: string[]) => {
    asked.push(`${title} ${detail}`);
    return answer === 'send' ? buttons.at(-1) : buttons[0];
  };
  try {
    await work();
  } finally {
    window.showWarningMessage = own;
  }
  return asked;
}

/** The next question with answers to choose from, once it is seen. */
export function nextChoice(): { readonly next: Promise<vscode.QuickPick<vscode.QuickPickItem>>; stop(): void } {
  const window = vscode.window as { createQuickPick: typeof vscode.window.createQuickPick };
  const own = window.createQuickPick;
  let stop = (): void => {};
  const next = new Promise<vscode.QuickPick<vscode.QuickPickItem>>((resolve) => {
    window.createQuickPick = ((): vscode.QuickPick<vscode.QuickPickItem> => {
      const box = own.call(vscode.window);
      const show = box.show.bind(box);
      box.show = () => {
        show();
        resolve(box);
      };
      return box;
    }) as typeof own;
    stop = () => {
      window.createQuickPick = own;
    };
  });
  return { next, stop: () => stop() };
}
