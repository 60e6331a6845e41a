import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Connection, settingTitle } from '../../../core/connections/connection';
import { asPlain } from '../../../core/quoting/markdown';
import type { ProviderEntry } from '../../../core/registry';
import { rungWords } from '../../../core/rungWords';
import { commandIds } from '../../shell/contributions/commandIds';
import { explainProblem, isProblem } from '../../shell/explainError';
import { asCommand } from '../../shell/runCommand';
import { ConnectionNode } from './connectionNode';
import { explanationNodes, MessageNode } from './messageNode';
import { contextValue } from './nodeText';
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
    const { title, docs, notice, rung } = this.#entry;
    const { lacks, sentence } = rungWords(rung);
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
    item.id = nodeId(this.target);
    item.iconPath = new vscode.ThemeIcon(notice === undefined ? 'globe' : 'warning');
    item.contextValue = contextValue('provider', []);
    const text = [title, notice].filter((part) => part !== undefined).join(': ');
    item.tooltip = new vscode.MarkdownString(
      `${asPlain(text)}\n\n${asPlain(sentence)}\n\n[${t('Documentation')}](${docs})`,
    );
    const description = [lacks, notice].filter((part) => part !== undefined).join(' · ');
    if (description !== '') item.description = description;
    return item;
  }

  /** The provider itself is loaded only for connections of the settings, whose addresses it has to read. */
  protected override async load(): Promise<readonly TreeNode[]> {
    const { connections } = this.#tree;
    const nodes = connections.isConfigured(this.#entry.id)
      ? await this.#configured()
      : [connections.emulator(this.#entry)].flatMap((emulator) => (emulator === undefined ? [] : this.#node(emulator)));
    return nodes.length > 0 ? nodes : [this.#noneNode()];
  }

  async #configured(): Promise<readonly TreeNode[]> {
    const provider = await this.#tree.provider(this.#entry.id);
    if (provider === undefined) return [];
    const usable = await this.#tree.connections.list(provider);
    const broken = this.#tree.connections.entries(provider).flatMap(({ setting, outcome }) => {
      if (!isProblem(outcome)) return [];
      const target = { provider: provider.id, connection: setting.id };
      const { title, ...explanation } = explainProblem(outcome);
      return explanationNodes(target, this, { ...explanation, title: `${settingTitle(setting)}: ${title}` });
    });
    return [...usable.map((connection) => this.#node(connection)), ...broken];
  }

  #node(connection: Connection): TreeNode {
    return new ConnectionNode(this.#tree, this, this.#entry, connection);
  }

  /** Of a provider without an emulator. */
  #noneNode(): TreeNode {
    return new MessageNode(this.target, this, {
      text: t('No connection yet'),
      description: t('Add Connection…'),
      icon: new vscode.ThemeIcon('info'),
      command: asCommand(commandIds.addConnection, t('Add Connection…'), { target: this.target }),
    });
  }
}
