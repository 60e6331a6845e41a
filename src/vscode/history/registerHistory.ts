import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryEntry } from '../../core/history/entry';
import { filterText, type Grouping, type HistoryFilter, isFiltered } from '../../core/history/listing/lens';
import { sharedTitle } from '../connections/connectionTitle';
import type { OpenReplies } from '../replies/openReplies';
import { recordedOperation } from '../sending/recordedRun';
import { commandIds } from '../shell/contributions/commandIds';
import { views } from '../shell/ids';
import { askModal } from '../shell/notices';
import { registerCommand } from '../shell/runCommand';
import { onDidChangeSetting } from '../shell/settings/settings';
import { waitingTimes } from '../shell/waitingTimes';
import { registerAnnotating } from './annotateEntries';
import { registerComparing } from './comparing/registerComparing';
import { EntryChoice } from './entryChoice';
import { heldEntries } from './heldEntries';
import type { HistoryServices } from './historyServices';
import { chooseGrouping, filterHistory } from './view/filterHistory';
import { KeptLens } from './view/historyLens';
import type { HistoryNode } from './view/historyNodes';
import { HistoryTree } from './view/historyTree';
import { searchHistory } from './view/searchHistory';

/** What of the history its view shows. */
export interface ShownHistory {
  filter(): HistoryFilter;
}

/** The History view and what can be done with its entries. */
export function registerHistory(services: HistoryServices, replies: OpenReplies): ShownHistory {
  const lens = new KeptLens(services.context.workspaceState);
  const tree = new HistoryTree(services, lens);
  const choice = new EntryChoice(services, tree);
  registerView(services, tree, lens);
  registerSending(services, replies, choice);
  registerComparing(services, choice);
  registerAnnotating(services, choice, () => tree.refresh());
  registerCommand(services, commandIds.history.open, (node) => choice.withEntry(node, (entry) => open(replies, entry)));
  registerCommand(services, commandIds.history.search, () => searchHistory(services, tree, lens));
  registerCommand(services, commandIds.history.filter, () => filterHistory(services, tree, lens));
  registerCommand(services, commandIds.history.clearFilter, () => lens.change({ filter: {} }));
  registerCommand(services, commandIds.history.groupBy, () => chooseGrouping(lens));
  registerCommand(services, commandIds.history.remove, async (node, selected) => {
    await choice.withEach(heldEntries(node, selected), async ({ id }, store) => {
      await store.remove(id);
      replies.forget(id);
    });
    tree.refresh();
  });
  registerCommand(services, commandIds.history.clear, () => clear(services, tree, replies));
  registerCommand(services, commandIds.history.refresh, () => tree.refresh());
  return { filter: () => lens.current.filter };
}

function registerView(services: HistoryServices, tree: HistoryTree, lens: KeptLens): void {
  const options = { treeDataProvider: tree, showCollapseAll: true, canSelectMany: true };
  const view = vscode.window.createTreeView(views.history, options);
  const times = setInterval(() => view.visible && tree.refreshTimes(), waitingTimes.agoMs);
  const tell = (): void => void describe(services, view, lens, tree.isEmpty);
  services.context.subscriptions.push(
    tree,
    lens,
    view,
    { dispose: () => clearInterval(times) },
    services.sender.onDidRecord(() => tree.refresh()),
    onDidChangeSetting('history.enabled', () => tree.refresh()),
    onDidChangeSetting('history.maxEntries', () => tree.refresh()),
    tree.onDidLoad(tell),
    lens.onDidChange(() => tree.restart()),
  );
  registerCommand(services, commandIds.history.loadMore, async () => {
    const first = await tree.loadMore();
    // The row that was clicked is gone: whoever goes on by keyboard goes on here.
    if (first !== undefined) await view.reveal(first, { focus: true, select: true });
  });
}

/** Says beside the title and above the rows what is shown, so that nobody takes a part for all. */
async function describe(
  { registry, connections }: HistoryServices,
  view: vscode.TreeView<HistoryNode>,
  { current }: KeptLens,
  isEmpty: boolean,
): Promise<void> {
  const { grouping, filter } = current;
  const ids = filter.operations ?? [];
  const titles = new Map(
    await Promise.all(
      ids.map(async (id) => [id, (await recordedOperation(registry, id))?.operation.title ?? id] as const),
    ),
  );
  const words = filterText(filter, {
    provider: (id) => registry.titleOf(id) ?? t('Emulator'),
    connection: (id) => sharedTitle(connections, id),
    operation: (id) => titles.get(id) ?? id,
  });
  const description = [...groupedText(grouping), ...(isFiltered(current) ? [t('filtered')] : [])].join(', ');
  view.description = description;
  // Where nothing is shown, the welcome text says so, which a message would hide.
  view.message =
    isFiltered(current) && !isEmpty ? t('Filtered: {0}. Clear Filter, above, shows everything.', words) : '';
}

function registerSending(services: HistoryServices, replies: OpenReplies, choice: EntryChoice): void {
  registerCommand(services, commandIds.history.replay, (node) =>
    choice.withEntry(node, (entry) => replay(services, entry)),
  );
  registerCommand(services, commandIds.history.replayElsewhere, (node) =>
    choice.withEntry(node, async (entry) => {
      const { replayElsewhere } = await import('./replaying/replayElsewhere');
      await replayElsewhere(services, entry);
    }),
  );
  registerCommand(services, commandIds.history.replaySeveral, async (node, selected) => {
    const entries: HistoryEntry[] = [];
    await choice.withEach(heldEntries(node, selected), async (entry) => void entries.push(entry));
    const { replaySeveral } = await import('./replaying/replaySeveral');
    if (entries.length > 0) await replaySeveral(services, replies, entries);
  });
  registerCommand(services, commandIds.history.editAndResend, (node) => choice.withEntry(node, editAndResend));
}

async function open(replies: OpenReplies, { id }: HistoryEntry): Promise<void> {
  const [panel, shown] = await Promise.all([replies.panel(), replies.find(id)]);
  if (shown !== undefined) panel.show(shown);
}

async function replay(services: HistoryServices, entry: HistoryEntry): Promise<void> {
  const [{ replayRequest }, { runOriginOf }] = await Promise.all([
    import('../sending/replayRequest'),
    import('../../core/replies/restoreRun'),
  ]);
  await replayRequest(services, { ...entry, origin: runOriginOf(entry) });
}

async function editAndResend({ request }: HistoryEntry): Promise<void> {
  const { editRequest } = await import('../sending/replayRequest');
  await editRequest(request);
}

async function clear({ history }: HistoryServices, tree: HistoryTree, replies: OpenReplies): Promise<void> {
  const store = await history();
  const remove = t('Remove All');
  const detail = t('Every run is removed from this machine. This cannot be undone.');
  const answer = await askModal(t('Clear the history?'), detail, remove);
  if (answer !== remove) return;
  await store?.clear();
  replies.forgetAll();
  tree.refresh();
}

function groupedText(grouping: Grouping): readonly string[] {
  switch (grouping) {
    case 'day':
      return [];
    case 'document':
      return [t('by document')];
    case 'provider':
      return [t('by provider')];
    case 'scenario':
      return [t('by scenario')];
    case 'none':
      return [t('not grouped')];
  }
}
