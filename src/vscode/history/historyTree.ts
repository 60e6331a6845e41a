import * as vscode from 'vscode';
import type { HistorySummary, UnreadableEntries } from '../../core/history/entry';
import { recordedOperation } from '../sending/recordedRun';
import { byDay, type EntryNode, type HistoryNode, historyItem } from './historyNodes';
import type { HistoryServices } from './historyServices';

const pageSize = 50;

interface Loaded {
  readonly entries: readonly EntryNode[];
  /** One where something was passed over. */
  readonly unreadable: readonly HistoryNode[];
}

/** Every run, newest first, grouped by day, page by page. */
export class HistoryTree implements vscode.TreeDataProvider<HistoryNode>, vscode.Disposable {
  readonly #services: Pick<HistoryServices, 'history' | 'registry'>;
  readonly #changed = new vscode.EventEmitter<void>();
  #size = pageSize;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Pick<HistoryServices, 'history' | 'registry'>) {
    this.#services = services;
  }

  refresh(): void {
    this.#changed.fire();
  }

  loadMore(): void {
    this.#size += pageSize;
    this.#changed.fire();
  }

  /** Without the days, for a choice from the command palette. */
  async recent(): Promise<readonly EntryNode[]> {
    return (await this.#load(pageSize)).entries;
  }

  async getChildren(node?: HistoryNode): Promise<HistoryNode[]> {
    if (node?.kind === 'day') return [...node.children];
    if (node?.kind === 'scenario') return [...node.entries];
    if (node !== undefined) return [];
    const { entries, unreadable } = await this.#load(this.#size + 1);
    const days = byDay(entries.slice(0, this.#size), new Date());
    const more: readonly HistoryNode[] = entries.length > this.#size ? [{ kind: 'more' }] : [];
    return [...days, ...more, ...unreadable];
  }

  getTreeItem(node: HistoryNode): vscode.TreeItem {
    return historyItem(node);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #load(limit: number): Promise<Loaded> {
    const store = await this.#services.history();
    if (store === undefined) return { entries: [], unreadable: [] };
    const { entries, unreadable } = await store.list(limit);
    return {
      entries: await Promise.all(entries.map((summary) => this.#node(summary))),
      unreadable: unreadableNodes(unreadable, store.location),
    };
  }

  async #node(summary: HistorySummary): Promise<EntryNode> {
    const found = await recordedOperation(this.#services.registry, summary.operation);
    return { kind: 'entry', id: summary.id, title: found?.operation.title ?? summary.operation, summary };
  }
}

function unreadableNodes({ damaged, newer }: UnreadableEntries, location: string): readonly HistoryNode[] {
  return damaged + newer === 0 ? [] : [{ kind: 'unreadable', damaged, newer, location }];
}
