import * as vscode from 'vscode';
import { type Explanation, explainError, remedyCommand } from '../../explainError';
import { asCommand } from '../../runCommand';
import type { Log } from '../../services';
import type { Target } from '../../target';
import { LeafNode, nodeId, type TreeNode } from './treeNode';

export interface Message {
  readonly text: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: vscode.ThemeIcon;
  readonly command?: vscode.Command;
}

/** Something said in place of what is not there: an empty list, an error, a way to load more. */
export class MessageNode extends LeafNode {
  readonly #message: Message;

  constructor(target: Target, parent: TreeNode | undefined, message: Message) {
    super(target, parent);
    this.#message = message;
  }

  override toTreeItem(): vscode.TreeItem {
    const { text, description, tooltip, icon, command } = this.#message;
    const item = new vscode.TreeItem(text);
    item.id = nodeId(this.target, `#${text}`);
    item.tooltip = tooltip ?? [text, description].filter((part) => part !== undefined).join('\n');
    item.contextValue = 'message';
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

/** An error as a node that says what to do, and does it when it is clicked. */
export function errorNode(target: Target, parent: TreeNode, error: unknown, log: Log): MessageNode {
  const explanation = explainError(error);
  if (explanation !== undefined) return explanationNode(target, parent, explanation);
  log.error('The tree could not be read.', error);
  return new MessageNode(target, parent, {
    text: 'This could not be read',
    description: error instanceof Error ? error.message : String(error),
    icon: errorIcon(),
    command: asCommand('esign.showLog', 'Show Log'),
  });
}

export function explanationNode(target: Target, parent: TreeNode, explanation: Explanation): MessageNode {
  const { title, cause, nextStep, remedy } = explanation;
  return new MessageNode(target, parent, {
    text: title,
    description: remedy?.title ?? nextStep,
    tooltip: [title, cause, nextStep].join('\n\n'),
    icon: errorIcon(),
    command: remedy === undefined ? asCommand('esign.refresh', 'Refresh', { target }) : remedyCommand(remedy, target),
  });
}

function errorIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
}
