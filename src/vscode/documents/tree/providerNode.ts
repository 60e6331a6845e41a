import * as vscode from 'vscode';
import type { ProviderEntry } from '../../../core/registry';
import { explainProblem, isProblem } from '../../shell/explainError';
import { ConnectionNode } from './connectionNode';
import { explanationNodes } from './messageNode';
import { asPlain, contextValue } from './nodeText';
import type { TreeContext } from './treeContext';
import { nodeId, TreeNode } from './treeNode';

export class ProviderNode extends TreeNode {
  readonly #tree: TreeContext;
  readonly #entry: ProviderEntry;

  constructor(tree: TreeContext, entry: ProviderEntry) {
    super({ provider: entry.id }, undefined);
    this.#tree = tree;
    this.#entry = entry;
  }

  override toTreeItem(): vscode.TreeItem {
    const { title, docs, notice } = this.#entry;
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
    item.id = nodeId(this.target);
    item.iconPath = new vscode.ThemeIcon(notice === undefined ? 'globe' : 'warning');
    item.contextValue = contextValue('provider', []);
    const text = [title, notice].filter((part) => part !== undefined).join(': ');
    item.tooltip = new vscode.MarkdownString(`${asPlain(text)}\n\n[Documentation](${docs})`);
    if (notice !== undefined) item.description = notice;
    return item;
  }

  protected override async load(): Promise<readonly TreeNode[]> {
    const provider = await this.#tree.provider(this.#entry.id);
    if (provider === undefined) return [];
    const usable = await this.#tree.connections.list(provider);
    const broken = this.#tree.connections.entries(provider).flatMap(({ setting, outcome }) => {
      if (!isProblem(outcome)) return [];
      const target = { provider: provider.id, connection: setting.id };
      const { title, ...explanation } = explainProblem(outcome);
      return explanationNodes(target, this, { ...explanation, title: `${setting.title ?? setting.id}: ${title}` });
    });
    return [...usable.map((connection) => new ConnectionNode(this.#tree, this, provider, connection)), ...broken];
  }
}
