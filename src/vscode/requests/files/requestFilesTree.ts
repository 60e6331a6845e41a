import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../../core/registry';
import { waitingTimes } from '../../shell/waitingTimes';
import { fileItem, folderItem } from './fileItem';
import { findRequestFiles, type RequestNode } from './fileNodes';
import type { LastOutcomes } from './lastOutcomes';

/** The request files of the workspace. Nothing is looked for before the view is opened. */
export class RequestFilesTree implements vscode.TreeDataProvider<RequestNode>, vscode.Disposable {
  readonly #registry: ProviderRegistry;
  readonly #outcomes: LastOutcomes;
  readonly #find: typeof findRequestFiles;
  readonly #changed = new vscode.EventEmitter<void>();
  #roots: Promise<readonly RequestNode[]> | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(registry: ProviderRegistry, outcomes: LastOutcomes, find = findRequestFiles) {
    this.#registry = registry;
    this.#outcomes = outcomes;
    this.#find = find;
  }

  async getChildren(node?: RequestNode): Promise<RequestNode[]> {
    if (node !== undefined) return node.kind === 'folder' ? [...node.files] : [];
    this.#roots ??= this.#find();
    const roots = this.#roots;
    try {
      return [...(await roots)];
    } catch (error) {
      // A search that failed is no finding: whoever looks again searches again.
      if (this.#roots === roots) this.#roots = undefined;
      throw error;
    }
  }

  getTreeItem(node: RequestNode): vscode.TreeItem {
    if (node.kind === 'folder') return folderItem(node);
    const provider = this.#registry.entries.find(({ id }) => id === node.names?.provider);
    return fileItem(node, provider?.title, this.#outcomes.of(node.uri), Date.now());
  }

  /** What stands there looks different: no file is read again. */
  repaint(): void {
    this.#changed.fire();
  }

  /** Files often change in groups, as with a checkout. */
  refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#roots = undefined;
      this.#changed.fire();
    }, waitingTimes.treeMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }
}
