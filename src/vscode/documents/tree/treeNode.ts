import type * as vscode from 'vscode';
import type { Targeted, TreeTarget } from '../../shell/treeTarget';

/** A node of the providers tree: it knows what it is about, how it looks and what is below it. */
export abstract class TreeNode implements Targeted {
  readonly target: TreeTarget;
  readonly parent: TreeNode | undefined;
  #children: Promise<readonly TreeNode[]> | undefined;

  constructor(target: TreeTarget, parent: TreeNode | undefined) {
    this.target = target;
    this.parent = parent;
  }

  abstract toTreeItem(): vscode.TreeItem;

  /** Reads what is below. Called once until the node is told to forget. */
  protected abstract load(): Promise<readonly TreeNode[]>;

  children(): Promise<readonly TreeNode[]> {
    this.#children ??= this.load();
    return this.#children;
  }

  forget(): void {
    this.#children = undefined;
  }

  protected replaceChildren(children: readonly TreeNode[]): void {
    this.#children = Promise.resolve(children);
  }

  /** The node itself or a loaded one below it that is about the target, else the nearest loaded one above. */
  async nearest(target: TreeTarget): Promise<TreeNode | undefined> {
    if (!isWithin(target, this.target)) return undefined;
    for (const child of (await this.#children) ?? []) {
      const found = await child.nearest(target);
      if (found !== undefined) return found;
    }
    return this;
  }
}

/** A leaf: a message, a recipient. */
export abstract class LeafNode extends TreeNode {
  protected override async load(): Promise<readonly TreeNode[]> {
    return [];
  }
}

/** Stable between refreshes, so that what is expanded stays so. */
export function nodeId(target: TreeTarget, suffix = ''): string {
  const { provider, connection, collection, document, recipient } = target;
  return (
    JSON.stringify([provider, connection, collection, document, recipient].filter((part) => part !== undefined)) +
    suffix
  );
}

function isWithin(target: TreeTarget, outer: TreeTarget): boolean {
  const levels = ['provider', 'connection', 'collection', 'document', 'recipient'] as const;
  return levels.every((level) => outer[level] === undefined || outer[level] === target[level]);
}
