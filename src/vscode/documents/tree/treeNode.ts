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

  /**
   * Reads anew what was read, on all levels. What is shown stays until all of it is there: the editor takes the rows of
   * a node that changes away at once, and with them what somebody is just pointing at.
   */
  async readAgain(): Promise<void> {
    const before = await this.#children;
    if (before === undefined) return;
    const children = await this.load();
    await readAlike(children, before);
    this.#children = Promise.resolve(children);
  }

  /** Reads what was read of the node that this one takes the place of. */
  async readLike(former: TreeNode): Promise<void> {
    const before = await former.#children;
    if (before !== undefined) await readAlike(await this.children(), before);
  }

  protected replaceChildren(children: readonly TreeNode[]): void {
    this.#children = Promise.resolve(children);
  }

  /** The node itself or a loaded one below it that is about the target, else the nearest loaded one above. */
  async nearest(target: TreeTarget): Promise<TreeNode | undefined> {
    if (!isTargetWithin(target, this.target)) return undefined;
    for (const child of (await this.#children) ?? []) {
      const found = await child.nearest(target);
      if (found !== undefined) return found;
    }
    return this;
  }
}

async function readAlike(children: readonly TreeNode[], before: readonly TreeNode[]): Promise<void> {
  const formers = new Map(before.map((node) => [nodeId(node.target), node]));
  await Promise.all(
    children.map(async (child) => {
      const former = formers.get(nodeId(child.target));
      if (former !== undefined) await child.readLike(former);
    }),
  );
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

export function isTargetWithin(target: TreeTarget, outer: TreeTarget): boolean {
  const levels = ['provider', 'connection', 'collection', 'document', 'recipient'] as const;
  return levels.every((level) => outer[level] === undefined || outer[level] === target[level]);
}
