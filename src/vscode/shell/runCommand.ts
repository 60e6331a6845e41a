import * as vscode from 'vscode';
import type { CommandId, Commands } from './contributions/commands';
import { type ExplainedProblem, explainError, ProblemError, remedyCommand } from './explainError';
import type { ContextKey } from './ids';
import type { Log } from './log';
import { showError } from './notices';
import type { ShellServices } from './shellServices';
import type { TreeTarget } from './treeTarget';

/** Registers a command of the tables. Whatever it throws ends here. */
export function registerCommand<Id extends CommandId>(
  services: ShellServices,
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

/** A command of the tables for tree items, links and buttons. */
export function asCommand<Id extends CommandId>(id: Id, title: string, ...args: Commands[Id]): vscode.Command {
  return { command: id, title, arguments: args };
}

export async function setContextKey(key: ContextKey, value: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}

/** The one place where an error becomes a message: with what to do about it. */
export async function reportError(log: Log, what: string, error: unknown): Promise<void> {
  await showExplanation(explainError(log, what, error), error instanceof ProblemError ? error.target : undefined);
}

async function showExplanation(
  { title, cause, nextStep, remedy }: ExplainedProblem,
  target: TreeTarget | undefined,
): Promise<void> {
  const help = remedy && remedyCommand(remedy, target);
  const buttons = help === undefined ? [] : [help.title];
  const answer = await showError(`${title}. ${cause} ${nextStep}`, ...buttons);
  if (answer !== undefined && help !== undefined)
    await vscode.commands.executeCommand(help.command, ...(help.arguments ?? []));
}
