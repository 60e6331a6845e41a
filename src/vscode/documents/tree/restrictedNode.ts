import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { IgnoredPart } from '../../connections/ignoredParts';
import { MessageNode } from './messageNode';
import { contextValue } from './nodeText';
import { nodeId, TreeNode } from './treeNode';

/** That the folder is not trusted, and below it what of the folder is not used for that. */
export class RestrictedNode extends TreeNode {
  readonly #ignored: readonly IgnoredPart[];

  constructor(ignored: readonly IgnoredPart[]) {
    super({ provider: '' }, undefined);
    this.#ignored = ignored;
  }

  override toTreeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(t('Restricted Mode'), vscode.TreeItemCollapsibleState.Collapsed);
    item.id = nodeId(this.target, '#restricted');
    item.iconPath = new vscode.ThemeIcon('workspace-untrusted', new vscode.ThemeColor('list.warningForeground'));
    item.description = t('{0} ignored', this.#ignored.length);
    item.contextValue = contextValue('message', []);
    item.tooltip = t(
      'This folder is not trusted. What it brings along is not used, and no credentials leave for its requests unless you send them.',
    );
    return item;
  }

  // Nothing of an API stands below it.
  override async nearest(): Promise<undefined> {
    return undefined;
  }

  protected override async load(): Promise<readonly TreeNode[]> {
    return [
      ...this.#ignored.map(
        ({ title, file }) =>
          new MessageNode(this.target, this, {
            text: title,
            description: `${t('ignored')} · ${file}`,
            icon: new vscode.ThemeIcon('circle-slash'),
          }),
      ),
      new MessageNode(this.target, this, {
        text: t('Trust this folder…'),
        icon: new vscode.ThemeIcon('workspace-trusted'),
        command: { command: 'workbench.trust.manage', title: t('Manage Workspace Trust') },
      }),
    ];
  }
}
