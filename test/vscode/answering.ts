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
