import * as vscode from 'vscode';
import type { HistoryEntry, HistoryStore } from '../../core/history/entry';
import type { OpenReplies } from '../replies/openReplies';
import type { Commands } from '../shell/contributions/commands';
import { views } from '../shell/ids';
import { askModal, showInfo, showWarning } from '../shell/notices';
import { registerCommand } from '../shell/runCommand';
import { onDidChangeSetting } from '../shell/settings';
import { heldEntries } from './heldEntries';
import type { HistoryServices } from './historyServices';
import { HistoryTree } from './historyTree';

type Argument = Commands['esign.history.open'][0];
type EntryAction = (entry: HistoryEntry, store: HistoryStore) => Promise<void>;

/** The History view and what can be done with its entries. */
export function registerHistory(services: HistoryServices, replies: OpenReplies): void {
  const tree = new HistoryTree(services);
  const { subscriptions } = services.context;
  subscriptions.push(
    tree,
    vscode.window.createTreeView(views.history, { treeDataProvider: tree, showCollapseAll: true, canSelectMany: true }),
    services.sender.onDidRecord(() => tree.refresh()),
    onDidChangeSetting('history.enabled', () => tree.refresh()),
    onDidChangeSetting('history.maxEntries', () => tree.refresh()),
  );
  const onEntry = (run: EntryAction) => (argument: Argument) => withEntry(services, tree, argument, run);
  registerCommand(
    services,
    'esign.history.open',
    onEntry((entry) => open(replies, entry)),
  );
  registerCommand(
    services,
    'esign.history.replay',
    onEntry((entry) => replay(services, entry)),
  );
  registerCommand(services, 'esign.history.editAndResend', onEntry(editAndResend));
  registerCommand(services, 'esign.history.remove', async (node, selected) => {
    const ids = heldEntries(node, selected);
    const targets = ids.length === 0 ? [undefined] : ids.map((id) => ({ id }));
    for (const target of targets)
      await withEntry(services, tree, target, async ({ id }, store) => {
        await store.remove(id);
        replies.forget(id);
      });
    tree.refresh();
  });
  registerCommand(services, 'esign.history.clear', () => clear(services, tree, replies));
  registerCommand(services, 'esign.history.refresh', () => tree.refresh());
  registerCommand(services, 'esign.history.loadMore', () => tree.loadMore());
}

async function withEntry(
  services: HistoryServices,
  tree: HistoryTree,
  argument: Argument,
  run: EntryAction,
): Promise<void> {
  const store = await services.history();
  if (store === undefined) {
    await showInfo('The history is switched off (setting "esign.history.enabled").');
    return;
  }
  const id = argument?.id ?? (await askForEntry(tree));
  if (id === undefined) return;
  const entry = await store.get(id);
  if (entry !== undefined) return run(entry, store);
  await showWarning('This entry is no longer in the history.');
  tree.refresh();
}

async function askForEntry(tree: HistoryTree): Promise<string | undefined> {
  const entries = await tree.recent();
  if (entries.length === 0) {
    await showInfo('The history is empty. Send a request first.');
    return undefined;
  }
  const items = entries.map((node): vscode.QuickPickItem & { id: string } => {
    const { description } = tree.getTreeItem(node);
    return { label: node.title, id: node.id, description: String(description) };
  });
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Which run?', matchOnDescription: true }))?.id;
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
  const remove = 'Remove All';
  const detail = 'Every run is removed from this machine. This cannot be undone.';
  const answer = await askModal('Clear the history?', detail, remove);
  if (answer !== remove) return;
  await store?.clear();
  replies.forgetAll();
  tree.refresh();
}
