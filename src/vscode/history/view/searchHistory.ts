import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { commandIds } from '../../shell/contributions/commandIds';
import { views } from '../../shell/ids';
import { executeCommand } from '../../shell/runCommand';
import type { HistoryServices } from '../historyServices';
import type { KeptLens } from './historyLens';
import type { EntryNode } from './historyNodes';
import type { HistoryTree } from './historyTree';

/** As many as anybody looks through. */
const mostFound = 100;

interface Found extends vscode.QuickPickItem {
  readonly id: string;
}

const showInView = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('filter'),
  tooltip: t('Show What Is Found in the History View'),
});

/** Looks through requests and replies while one types; Enter opens a run, and the button keeps the text as a filter. */
export function searchHistory(
  services: Pick<HistoryServices, 'history' | 'log'>,
  tree: HistoryTree,
  lens: KeptLens,
): void {
  const box = vscode.window.createQuickPick<Found>();
  box.title = t('Search History');
  box.ignoreFocusOut = true;
  box.placeholder = t('Text of a request or a reply, such as an address, an id or a message');
  box.value = lens.current.filter.text ?? '';
  box.buttons = [showInView()];
  const search = new Search(services, tree, box);
  box.onDidChangeValue((text) => search.start(text));
  box.onDidTriggerButton(async () => {
    const text = box.value.trim();
    box.hide();
    await lens.change({ filter: { ...lens.current.filter, ...(text !== '' && { text }) } });
    await vscode.commands.executeCommand(`${views.history}.focus`);
  });
  box.onDidAccept(async () => {
    const [chosen] = box.selectedItems;
    if (chosen === undefined) return;
    box.hide();
    await executeCommand(commandIds.history.open, { id: chosen.id });
  });
  box.onDidHide(() => {
    search.stop();
    box.dispose();
  });
  box.show();
  search.start(box.value);
}

/** The search for what was typed last; the one before it ends. */
class Search {
  readonly #services: Pick<HistoryServices, 'history' | 'log'>;
  readonly #tree: HistoryTree;
  readonly #box: vscode.QuickPick<Found>;
  #running: AbortController | undefined;

  constructor(services: Pick<HistoryServices, 'history' | 'log'>, tree: HistoryTree, box: vscode.QuickPick<Found>) {
    this.#services = services;
    this.#tree = tree;
    this.#box = box;
  }

  start(text: string): void {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.#box.busy = true;
    this.#show(text.trim(), running.signal).catch((error: unknown) => {
      if (!running.signal.aborted) this.#services.log.error('The history could not be searched.', error);
    });
  }

  stop(): void {
    this.#running?.abort();
  }

  async #show(text: string, signal: AbortSignal): Promise<void> {
    try {
      const nodes = await this.#find(text, signal);
      if (signal.aborted) return;
      this.#box.items = nodes.map((node) => this.#item(node));
      const isEmpty = nodes.length === 0;
      this.#box.placeholder =
        isEmpty && text === '' ? t('The history is empty. Send a request first.') : this.#box.placeholder;
      this.#box.title = titleOf(text, nodes.length);
    } finally {
      if (!signal.aborted) this.#box.busy = false;
    }
  }

  async #find(text: string, signal: AbortSignal): Promise<readonly EntryNode[]> {
    const store = await this.#services.history();
    if (store === undefined) return [];
    const { entries } = await store.list(mostFound, { signal, ...(text !== '' && { query: { text } }) });
    return Promise.all(entries.map((summary) => this.#tree.node(summary)));
  }

  /** Found is what stands in the run, which need not stand in its row. */
  #item(node: EntryNode): Found {
    const { label, description } = this.#tree.text(node);
    return { id: node.id, label, description, alwaysShow: true };
  }
}

function titleOf(text: string, count: number): string {
  if (text === '') return t('Search History');
  if (count === 0) return t('Search History: nothing found');
  return count >= mostFound
    ? t('Search History: the newest {0} of those found', mostFound)
    : t('Search History: {0} found', count);
}
