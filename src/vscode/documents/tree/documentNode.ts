import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import type { Collection, DocumentDetail, DocumentSummary } from '../../../core/documents';
import { orderInWords } from '../../../core/recipients/recipientTurns';
import { commandIds } from '../../shell/contributions/commandIds';
import type { NodeState } from '../../shell/contributions/when';
import { asCommand } from '../../shell/runCommand';
import type { CollectionTarget, DocumentTarget } from '../resources';
import { MessageNode } from './messageNode';
import { contextValue, factsTooltip } from './nodeText';
import { RecipientNode } from './recipientNode';
import { statusIcon } from './statusIcon';
import type { TreeContext } from './treeContext';
import { nodeId, TreeNode } from './treeNode';

/** A document under whatever name the API gives it. What can be done with this one is known once it was opened. */
export class DocumentNode extends TreeNode {
  readonly #tree: TreeContext;
  readonly #collection: Collection;
  readonly #place: DocumentTarget;
  #summary: DocumentSummary;
  #detail: DocumentDetail | undefined;

  constructor(
    tree: TreeContext,
    target: CollectionTarget,
    parent: TreeNode,
    collection: Collection,
    summary: DocumentSummary,
  ) {
    const place = { ...target, document: summary.id };
    super(place, parent);
    this.#tree = tree;
    this.#place = place;
    this.#collection = collection;
    this.#summary = summary;
  }

  override toTreeItem(): vscode.TreeItem {
    const { id, title, status } = this.#summary;
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = nodeId(this.target);
    item.iconPath = statusIcon(status, 'file');
    const order = this.#detail && orderInWords(this.#detail.recipients);
    const facts = { [t('Status')]: status?.text, [t('Order')]: order, [t('Id')]: id };
    item.tooltip = factsTooltip(title, facts, this.#detail?.actions);
    item.contextValue =
      this.#detail === undefined
        ? [contextValue('document', [], ...this.#states()), ...this.#collection.verbs].join(' ')
        : contextValue('document', this.#detail.actions, ...this.#states());
    if (status !== undefined) item.description = status.text;
    return item;
  }

  protected override async load(): Promise<readonly TreeNode[]> {
    try {
      this.#detail = await this.#tree.resources.document(this.#place);
      this.#summary = this.#detail;
      this.#tree.repaint(this);
      return [...this.#recipients(this.#detail), ...this.#note(this.#detail)];
    } catch (error: unknown) {
      return this.#tree.errorNodes(this.target, this, error);
    }
  }

  #recipients(detail: DocumentDetail): readonly TreeNode[] {
    if (detail.recipients.length > 0) {
      return detail.recipients.map((recipient) => new RecipientNode(this.#place, this, recipient, detail.recipients));
    }
    const text = detail.empty ?? t('No recipients yet.');
    const icon = new vscode.ThemeIcon('info');
    if (detail.actions.length === 0) return [new MessageNode(this.target, this, { text, icon })];
    const command = asCommand(commandIds.documentAction, t('Actions…'), { target: this.target });
    return [new MessageNode(this.target, this, { text, description: t('Actions…'), icon, command })];
  }

  #note({ note }: DocumentDetail): readonly TreeNode[] {
    if (note === undefined) return [];
    return [new MessageNode(this.target, this, { text: note, icon: new vscode.ThemeIcon('info') })];
  }

  #states(): readonly NodeState[] {
    const isPinned = this.#tree.connections.pinned(this.#place).includes(this.#place.document);
    return [
      ...(this.#collection.list === undefined && isPinned ? (['pinned'] as const) : []),
      this.#place.connection === emulatorConnectionId ? 'signs' : 'elsewhere',
    ];
  }
}
