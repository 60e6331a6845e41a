import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { commandIds } from '../../shell/contributions/commandIds';
import { type ExplainedProblem, explainError, remedyCommand } from '../../shell/explainError';
import type { Log } from '../../shell/log';
import { asCommand } from '../../shell/runCommand';
import type { TreeTarget } from '../../shell/treeTarget';
import { contextValue } from './nodeText';
import { LeafNode, nodeId, type TreeNode } from './treeNode';

export interface MessageContent {
  readonly text: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: vscode.ThemeIcon;
  readonly command?: vscode.Command;
}

/** Something said in place of what is not there: an empty list, an error, a way to load more. */
export class MessageNode extends LeafNode {
  readonly #message: MessageContent;

  constructor(target: TreeTarget, parent: TreeNode | undefined, message: MessageContent) {
    super(target, parent);
    this.#message = message;
  }

  override toTreeItem(): vscode.TreeItem {
    const { text, description, tooltip, icon, command } = this.#message;
    const item = new vscode.TreeItem(text);
    item.id = nodeId(this.target, `#${text}`);
    item.tooltip = tooltip ?? [text, description].filter((part) => part !== undefined).join('\n');
    item.contextValue = contextValue('message', []);
    if (description !== undefined) item.description = description;
    if (icon !== undefined) item.iconPath = icon;
    if (command !== undefined) item.command = command;
    return item;
  }

  // A message is about its parent, but it is never the node to refresh for it.
  override async nearest(): Promise<undefined> {
    return undefined;
  }
}

/** An error as nodes: what is wrong, and below it what to do, done by a click. */
export function errorNodes(target: TreeTarget, parent: TreeNode, error: unknown, log: Log): readonly MessageNode[] {
  return explanationNodes(target, parent, explainError(log, 'The tree could not be read.', error));
}

export function explanationNodes(
  target: TreeTarget,
  parent: TreeNode,
  { title, cause, nextStep, remedy }: ExplainedProblem,
): readonly MessageNode[] {
  const tooltip = [title, cause, nextStep].join('\n\n');
  const again = asCommand(commandIds.refresh, t('Try Again'), { target });
  const help = remedy === undefined ? again : remedyCommand(remedy, target);
  // A server may be there by now; what else is wrong has to be mended first.
  const isWorthAnother = remedy?.command === commandIds.diagnoseConnection;
  return [
    new MessageNode(target, parent, { text: title, description: cause, tooltip, icon: errorIcon() }),
    new MessageNode(target, parent, {
      text: remedy?.title ?? nextStep,
      tooltip: nextStep,
      icon: new vscode.ThemeIcon('lightbulb'),
      command: help,
    }),
    ...(isWorthAnother
      ? [new MessageNode(target, parent, { text: again.title, icon: new vscode.ThemeIcon('refresh'), command: again })]
      : []),
  ];
}

function errorIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
}
