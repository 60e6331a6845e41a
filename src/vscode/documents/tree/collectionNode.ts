import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Collection } from '../../../core/documents';
import { nounWithin } from '../../../protocol/words/nounWithin';
import { commandIds } from '../../shell/contributions/commandIds';
import { asCommand } from '../../shell/runCommand';
import type { CollectionTarget } from '../resources';
import { DocumentNode } from './documentNode';
import { MessageNode } from './messageNode';
import { contextValue } from './nodeText';
import { PagedItems } from './pagedItems';
import type { TreeContext } from './treeContext';
import { nodeId, TreeNode } from './treeNode';

/** What an API keeps documents in, page by page. */
export class CollectionNode extends TreeNode {
  readonly #tree: TreeContext;
  readonly #collection: Collection;
  readonly #place: CollectionTarget;
  #documents = this.#noDocuments();

  constructor(tree: TreeContext, target: CollectionTarget, parent: TreeNode, collection: Collection) {
    super(target, parent);
    this.#tree = tree;
    this.#place = target;
    this.#collection = collection;
  }

  override toTreeItem(): vscode.TreeItem {
    const { title, unlisted, create } = this.#collection;
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = nodeId(this.target);
    item.iconPath = new vscode.ThemeIcon('folder');
    item.contextValue = contextValue(
      'collection',
      [],
      ...(unlisted === undefined ? [] : (['unlisted'] as const)),
      ...(create.length > 0 ? (['create'] as const) : []),
    );
    item.tooltip = unlisted ?? title;
    if (this.#tree.connections.pinned(this.#place).length > 0) item.description = t('pinned by id');
    return item;
  }

  /** Reads the next page and puts it behind what is shown. Gives the first row of it. */
  async loadMore(): Promise<TreeNode | undefined> {
    const documents = this.#documents;
    if (documents.next === undefined) return undefined;
    const before = documents.items.length;
    documents.add(await this.#tree.resources.page(this.#place, documents.next));
    this.replaceChildren(this.#shown());
    this.#tree.repaint(this);
    return documents.items[before] ?? documents.items.at(-1);
  }

  protected override async load(): Promise<readonly TreeNode[]> {
    try {
      await this.#readAgain();
      return this.#shown();
    } catch (error: unknown) {
      return this.#tree.errorNodes(this.target, this, error);
    }
  }

  /** As far as it was read before. */
  async #readAgain(): Promise<void> {
    const wanted = Math.max(1, this.#documents.pages);
    const documents = this.#noDocuments();
    this.#documents = documents;
    do documents.add(await this.#tree.resources.page(this.#place, documents.next));
    while (documents.pages < wanted && documents.next !== undefined);
  }

  #noDocuments(): PagedItems<DocumentNode> {
    return new PagedItems((summary) => new DocumentNode(this.#tree, this.#place, this, this.#collection, summary));
  }

  #shown(): readonly TreeNode[] {
    const { items, remarks, next } = this.#documents;
    if (this.#collection.list === undefined) return [this.#pinNode(), ...items];
    const odd = remarks.length === 0 ? [] : [this.#oddNode(remarks)];
    if (items.length === 0 && odd.length === 0) return [this.#emptyNode()];
    return [...items, ...odd, ...(next === undefined ? [] : [this.#moreNode()])];
  }

  #pinNode(): TreeNode {
    return new MessageNode(this.target, this, {
      text: t('Pin a {0} by id…', nounWithin(this.#collection.noun)),
      description: this.#collection.unlisted ?? '',
      icon: new vscode.ThemeIcon('pin'),
      command: asCommand(commandIds.pinDocument, t('Pin'), { target: this.target }),
    });
  }

  #oddNode(remarks: readonly string[]): TreeNode {
    const [first = '', ...others] = remarks;
    return new MessageNode(this.target, this, {
      text: others.length === 0 ? t('1 row is not as documented') : t('{0} rows are not as documented', remarks.length),
      description: first,
      tooltip: remarks.join('\n'),
      icon: new vscode.ThemeIcon('warning'),
    });
  }

  #emptyNode(): TreeNode {
    const canCreate = this.#collection.create.length > 0;
    return new MessageNode(this.target, this, {
      text: t('No {0} yet', nounWithin(this.#collection.title)),
      icon: new vscode.ThemeIcon('info'),
      ...(canCreate && {
        description: t('New {0}…', nounWithin(this.#collection.noun)),
        command: asCommand(commandIds.newRequest, t('New Request…'), { target: this.target }),
      }),
    });
  }

  #moreNode(): TreeNode {
    return new MessageNode(this.target, this, {
      text: t('Load more…'),
      icon: new vscode.ThemeIcon('ellipsis'),
      command: asCommand(commandIds.loadMore, t('Load more'), { target: this.target }),
    });
  }
}
