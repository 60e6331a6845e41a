import * as vscode from 'vscode';
import type { CommandId, Commands, ContextKeys } from './ids';
import type { Log, Services } from './services';

/** Registers a command of ids.ts. What it throws is a bug: it is logged and said in one sentence. */
export function registerCommand<Id extends CommandId>(
  services: Pick<Services, 'context' | 'log'>,
  id: Id,
  run: (...args: Commands[Id]) => unknown,
): void {
  const command = vscode.commands.registerCommand(id, async (...args: Commands[Id]) => {
    try {
      await run(...args);
    } catch (error: unknown) {
      await reportError(services.log, `Command ${id} failed.`, error);
    }
  });
  services.context.subscriptions.push(command);
}

export async function executeCommand<Id extends CommandId>(id: Id, ...args: Commands[Id]): Promise<void> {
  await vscode.commands.executeCommand(id, ...args);
}

/** A command of ids.ts for tree items, links and buttons. */
export function asCommand<Id extends CommandId>(id: Id, title: string, ...args: Commands[Id]): vscode.Command {
  return { command: id, title, arguments: args };
}

export async function setContextKey<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}

/** The one place where an unexpected error becomes a message. */
export async function reportError(log: Log, what: string, error: unknown): Promise<void> {
  log.error(what, error);
  const sentence = error instanceof Error ? error.message : String(error);
  const answer = await vscode.window.showErrorMessage(`E-Sign Workbench: ${sentence}`, 'Show Log');
  if (answer !== undefined) log.show();
}
