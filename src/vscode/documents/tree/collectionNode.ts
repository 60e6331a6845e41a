import * as vscode from 'vscode';
import type { Collection, DocumentPage, DocumentSummary } from '../../../core/documents';
import { asCommand } from '../../shell/runCommand';
import type { CollectionTarget } from '../resources';
import { DocumentNode } from './documentNode';
import { MessageNode } from './messageNode';
import { contextValue } from './nodeText';
import type { TreeContext } from './treeContext';
import { nodeId, TreeNode } from './treeNode';

/** What an API keeps documents in, page by page. */
export class CollectionNode extends TreeNode {
  readonly #tree: TreeContext;
  readonly #collection: Collection;
  readonly #place: CollectionTarget;
  #documents: readonly DocumentNode[] = [];
  #next: string | undefined;
  #pages = 0;

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
    if (unlisted !== undefined) item.description = 'pinned by id';
    return item;
  }

  /** Reads the next page and puts it behind what is shown. */
  async loadMore(): Promise<void> {
    if (this.#next === undefined) return;
    this.#add(await this.#tree.resources.page(this.#place, this.#next));
    this.replaceChildren(this.#shown());
    this.#tree.repaint(this);
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
    const wanted = Math.max(1, this.#pages);
    this.#documents = [];
    this.#pages = 0;
    this.#next = undefined;
    do this.#add(await this.#tree.resources.page(this.#place, this.#next));
    while (this.#pages < wanted && this.#next !== undefined);
  }

  #add({ items, next }: DocumentPage): void {
    const known = new Set(this.#documents.map((node) => node.target.document));
    // Pages shift while documents are made: one that moved to the next page must not be shown twice.
    const fresh = items.filter((item) => !known.has(item.id)).map((item) => this.#documentNode(item));
    this.#documents = [...this.#documents, ...fresh];
    this.#next = next;
    this.#pages += 1;
  }

  #documentNode(summary: DocumentSummary): DocumentNode {
    return new DocumentNode(this.#tree, this.#place, this, this.#collection, summary);
  }

  #shown(): readonly TreeNode[] {
    if (this.#collection.list === undefined) return [this.#pinNode(), ...this.#documents];
    if (this.#documents.length === 0) return [this.#emptyNode()];
    return this.#next === undefined ? this.#documents : [...this.#documents, this.#moreNode()];
  }

  #pinNode(): TreeNode {
    return new MessageNode(this.target, this, {
      text: `Pin a ${this.#collection.noun} by id…`,
      description: this.#collection.unlisted ?? '',
      icon: new vscode.ThemeIcon('pin'),
      command: asCommand('esign.pinDocument', 'Pin', { target: this.target }),
    });
  }

  #emptyNode(): TreeNode {
    const canCreate = this.#collection.create.length > 0;
    return new MessageNode(this.target, this, {
      text: `No ${this.#collection.title.toLowerCase()} yet`,
      icon: new vscode.ThemeIcon('info'),
      ...(canCreate && {
        description: `New ${this.#collection.noun}…`,
        command: asCommand('esign.newRequest', 'New Request…', { target: this.target }),
      }),
    });
  }

  #moreNode(): TreeNode {
    return new MessageNode(this.target, this, {
      text: 'Load more…',
      icon: new vscode.ThemeIcon('ellipsis'),
      command: asCommand('esign.loadMore', 'Load more', { target: this.target }),
    });
  }
}
