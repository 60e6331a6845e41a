import * as vscode from 'vscode';
import type { HistorySummary } from '../../core/history/entry';
import type { Services } from '../services';
import { byDay, type EntryNode, type HistoryNode, historyItem } from './historyNodes';

const pageSize = 50;

/** Every run, newest first, grouped by day, page by page. */
export class HistoryTree implements vscode.TreeDataProvider<HistoryNode>, vscode.Disposable {
  readonly #services: Pick<Services, 'history' | 'registry'>;
  readonly #changed = new vscode.EventEmitter<void>();
  #size = pageSize;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Pick<Services, 'history' | 'registry'>) {
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
    return this.#load(pageSize);
  }

  async getChildren(node?: HistoryNode): Promise<HistoryNode[]> {
    if (node?.kind === 'day') return [...node.entries];
    if (node !== undefined) return [];
    const entries = await this.#load(this.#size + 1);
    const days = byDay(entries.slice(0, this.#size), new Date());
    return entries.length > this.#size ? [...days, { kind: 'more' }] : [...days];
  }

  getTreeItem(node: HistoryNode): vscode.TreeItem {
    return historyItem(node);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #load(limit: number): Promise<readonly EntryNode[]> {
    const store = await this.#services.history();
    const summaries = (await store?.list(limit)) ?? [];
    return Promise.all(summaries.map((summary) => this.#node(summary)));
  }

  async #node(summary: HistorySummary): Promise<EntryNode> {
    const found = await this.#services.registry.operation(summary.operation);
    return { kind: 'entry', id: summary.id, title: found?.operation.title ?? summary.operation, summary };
  }
}
