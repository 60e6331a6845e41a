import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryPage, HistorySummary, UnreadableEntries } from '../../../core/history/entry';
import { groupEntries } from '../../../core/history/listing/groupEntries';
import type { RowText } from '../../../core/history/listing/rowText';
import { connectionTitle } from '../../connections/connectionTitle';
import { recordedOperation } from '../../sending/recordedRun';
import type { HistoryServices } from '../historyServices';
import { entryText, historyItem, type ItemWords } from './historyItems';
import type { KeptLens } from './historyLens';
import { byScenario, childrenOf, type EntryNode, entriesIn, type GroupNode, type HistoryNode } from './historyNodes';

const pageSize = 50;
/** Whoever pins more of them has another list of everything. */
const mostPinned = 200;

export type TreeServices = Pick<HistoryServices, 'history' | 'registry' | 'names' | 'connections'>;

interface Loaded {
  /** Newest first. */
  readonly entries: readonly EntryNode[];
  readonly pinned: readonly EntryNode[];
  readonly hasMore: boolean;
  readonly unreadable: UnreadableEntries;
  readonly location: string;
}

/** Every run, newest first, grouped, page by page; pinned ones above. */
export class HistoryTree implements vscode.TreeDataProvider<HistoryNode>, vscode.Disposable {
  readonly #services: TreeServices;
  readonly #lens: KeptLens;
  readonly #changed = new vscode.EventEmitter<readonly HistoryNode[] | undefined>();
  readonly #read = new vscode.EventEmitter<void>();
  readonly #parents = new WeakMap<HistoryNode, HistoryNode>();
  readonly #drawn = new Map<string, string>();
  #loaded: Promise<Loaded | undefined> | undefined;
  #roots: readonly HistoryNode[] = [];
  #size = pageSize;

  readonly onDidChangeTreeData = this.#changed.event as vscode.Event<HistoryNode[] | undefined>;

  /** Something is there that was not on screen before. */
  readonly onDidLoad = this.#read.event;

  constructor(services: TreeServices, lens: KeptLens) {
    this.#services = services;
    this.#lens = lens;
  }

  get isEmpty(): boolean {
    return this.#roots.length === 0;
  }

  /** Reads again as much as is shown. */
  refresh(): void {
    this.#loaded = undefined;
    this.#changed.fire(undefined);
  }

  /** Reads from the beginning, as through another lens. */
  restart(): void {
    this.#size = pageSize;
    this.refresh();
  }

  /** Reads what follows on what is shown; gives the first of it. */
  async loadMore(): Promise<EntryNode | undefined> {
    const loaded = await this.#loaded;
    const last = loaded?.entries.at(-1);
    const store = await this.#services.history();
    if (loaded === undefined || last === undefined || store === undefined) return undefined;
    const page = await store.list(pageSize + 1, { before: last.id, query: this.#query(false) });
    const entries = await this.#nodes(page.entries.slice(0, pageSize));
    this.#size = loaded.entries.length + entries.length;
    const unreadable = {
      damaged: loaded.unreadable.damaged + page.unreadable.damaged,
      newer: loaded.unreadable.newer + page.unreadable.newer,
    };
    const hasMore = page.entries.length > pageSize;
    this.#loaded = Promise.resolve({ ...loaded, entries: [...loaded.entries, ...entries], hasMore, unreadable });
    this.#changed.fire(undefined);
    return entries[0];
  }

  /** Draws the rows again whose time has become another one. */
  refreshTimes(): void {
    const words = this.#words();
    const aged = entriesIn(this.#roots).filter((node) => {
      const drawn = this.#drawn.get(node.id);
      return drawn !== undefined && drawn !== entryText(node, words).description;
    });
    if (aged.length > 0) this.#changed.fire(aged);
  }

  /** Without groups, for a choice from the command palette. */
  async recent(limit = pageSize): Promise<readonly EntryNode[]> {
    const store = await this.#services.history();
    return store === undefined ? [] : this.#nodes((await store.list(limit)).entries);
  }

  async node(summary: HistorySummary): Promise<EntryNode> {
    this.#learn(summary);
    const found = await recordedOperation(this.#services.registry, summary.operation);
    return { kind: 'entry', id: summary.id, title: found?.operation.title ?? summary.operation, summary };
  }

  /** Of the entries that are on screen, or would be if their groups were open. */
  shown(id: string): EntryNode | undefined {
    return entriesIn(this.#roots).find((node) => node.id === id);
  }

  text(node: EntryNode): RowText {
    return entryText(node, this.#words());
  }

  async getChildren(node?: HistoryNode): Promise<HistoryNode[]> {
    if (node !== undefined) return [...childrenOf(node)];
    this.#loaded ??= this.#load();
    const loaded = await this.#loaded;
    this.#roots = loaded === undefined ? [] : this.#rootsOf(loaded);
    for (const root of this.#roots) this.#adopt(root);
    this.#read.fire();
    return [...this.#roots];
  }

  getParent(node: HistoryNode): HistoryNode | undefined {
    return this.#parents.get(node);
  }

  getTreeItem(node: HistoryNode): vscode.TreeItem {
    const item = historyItem(node, this.#words());
    if (node.kind === 'entry') this.#drawn.set(node.id, String(item.description));
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#read.dispose();
  }

  async #load(): Promise<Loaded | undefined> {
    const store = await this.#services.history();
    if (store === undefined) return undefined;
    const size = this.#size;
    const [page, pinned] = await Promise.all([
      store.list(size + 1, { query: this.#query(false) }),
      store.list(mostPinned, { query: this.#query(true) }),
    ]);
    this.#drawn.clear();
    return {
      entries: await this.#nodes(page.entries.slice(0, size)),
      pinned: await this.#nodes(pinned.entries),
      hasMore: page.entries.length > size,
      unreadable: page.unreadable,
      location: store.location,
    };
  }

  #query(pinned: boolean) {
    return { ...this.#lens.current.filter, pinned };
  }

  #nodes(entries: HistoryPage['entries']): Promise<readonly EntryNode[]> {
    return Promise.all(entries.map((summary) => this.node(summary)));
  }

  #rootsOf({ entries, pinned, hasMore, unreadable, location }: Loaded): readonly HistoryNode[] {
    const kept: readonly GroupNode[] =
      pinned.length === 0 ? [] : [{ kind: 'group', key: 'pinned', title: t('Pinned'), children: pinned }];
    const more: readonly HistoryNode[] = hasMore ? [{ kind: 'more' }] : [];
    const { damaged, newer } = unreadable;
    const passedOver: readonly HistoryNode[] =
      damaged + newer === 0 ? [] : [{ kind: 'unreadable', damaged, newer, location }];
    return [...kept, ...this.#grouped(entries), ...more, ...passedOver];
  }

  #grouped(entries: readonly EntryNode[]): readonly HistoryNode[] {
    const { grouping } = this.#lens.current;
    if (grouping === 'none') return entries;
    const nodes = new Map(entries.map((node) => [node.id, node]));
    const summaries = entries.map(({ summary }) => summary);
    return groupEntries(summaries, grouping, { ...this.#words(), language: vscode.env.language }).map((group) => {
      const own = group.entries.flatMap(({ id }) => nodes.get(id) ?? []);
      const children = grouping === 'scenario' ? own : byScenario(own);
      return { kind: 'group', key: group.key, title: group.title, children };
    });
  }

  #adopt(node: HistoryNode): void {
    for (const child of childrenOf(node)) {
      this.#parents.set(child, node);
      this.#adopt(child);
    }
  }

  /** What is sent to the document again need not say what it is called; a newer title stays. */
  #learn(summary: HistorySummary): void {
    const { names } = this.#services;
    const { document, title } = summary.subject ?? {};
    if (document === undefined || title === undefined || names.title(summary, document) !== undefined) return;
    names.learn(summary, [{ id: document, title }]);
  }

  #words(): ItemWords {
    const { registry, names, connections } = this.#services;
    return {
      connection: ({ provider, connection }) => connectionTitle(connections, provider, connection),
      grouping: this.#lens.current.grouping,
      now: Date.now(),
      provider: (id) => registry.titleOf(id) ?? t('Emulator'),
      document: (entry) => {
        const { subject } = entry;
        if (subject?.title !== undefined || subject?.document === undefined) return subject?.title;
        return names.title(entry, subject.document);
      },
    };
  }
}
