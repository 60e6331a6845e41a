import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryEntry, HistoryStore, HistorySummary } from '../../../core/history/entry';
import { lastWorked } from '../../../core/history/historyQuery';
import { commandIds } from '../../shell/contributions/commandIds';
import { comparedScheme, contextKeys } from '../../shell/ids';
import { showInfo } from '../../shell/notices';
import { registerCommand, setContextKey } from '../../shell/runCommand';
import type { EntryChoice } from '../entryChoice';
import { heldEntries } from '../heldEntries';
import type { HistoryServices } from '../historyServices';
import { activeComparison, ComparedDocuments, type Comparison, comparedUri, tabsOf } from './comparedDocuments';

/** Two runs beside each other, in the editor's own view of differences. */
export function registerComparing(services: HistoryServices, choice: EntryChoice): void {
  let selected: string | undefined;
  services.context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(comparedScheme, new ComparedDocuments(services)),
  );
  registerCommand(services, commandIds.history.selectForCompare, (node) =>
    choice.withEntry(node, async ({ id }) => {
      selected = id;
      await setContextKey(contextKeys.comparing, true);
    }),
  );
  registerCommand(services, commandIds.history.compareWithSelected, (node) =>
    choice.withEntry(node, async (entry, store) => {
      const other = selected === undefined ? undefined : await store.get(selected);
      if (other !== undefined) return compare(choice, other, entry);
      await showInfo(t('The run that was selected for comparing is no longer in the history. Select another one.'));
    }),
  );
  registerCommand(services, commandIds.history.compareSelected, (node, nodes) =>
    compareSelected(choice, heldEntries(node, nodes)),
  );
  registerCommand(services, commandIds.history.compareWithLastSuccess, (node) =>
    choice.withEntry(node, (entry, store) => compareWithLastSuccess(choice, entry, store)),
  );
  registerCommand(services, commandIds.history.showRaw, () => turnOver());
}

/** The older one on the left. Whatever of two is missing is asked for. */
async function compareSelected(choice: EntryChoice, ids: readonly string[]): Promise<void> {
  if (ids.length > 2) {
    await showInfo(t('Two runs can be compared. Select two of them.'));
    return;
  }
  const [one, other] = ids;
  await choice.withEntry(one === undefined ? undefined : { id: one }, (first) =>
    choice.withEntry(other === undefined ? undefined : { id: other }, (second) => compare(choice, first, second)),
  );
}

/** Of the same document, or else of the same operation anywhere. */
async function compareWithLastSuccess(choice: EntryChoice, entry: HistoryEntry, store: HistoryStore): Promise<void> {
  const { provider, operation, connection, subject } = entry;
  const runs = { provider, operation };
  const of = subject?.document === undefined ? [] : [{ ...runs, connection, document: subject.document }];
  for (const comparable of [...of, { ...runs, connection }, runs]) {
    const found = await lastWorked(store, comparable, entry.id);
    const other = found && (await store.get(found.id));
    if (other !== undefined) return compare(choice, other, entry);
  }
  await showInfo(t('No earlier run of this operation worked, as far as the history goes back.'));
}

async function compare(choice: EntryChoice, one: HistoryEntry, other: HistoryEntry): Promise<void> {
  const [left, right] = one.sentAt <= other.sentAt ? [one, other] : [other, one];
  if (left.id === right.id) {
    await showInfo(t('This is one and the same run. Choose another one to compare it with.'));
    return;
  }
  const { summaryOf } = await import('../../../core/history/record');
  const titles = await Promise.all([left, right].map((entry) => titleOf(choice, summaryOf(entry))));
  await show({ left: left.id, right: right.id, how: 'folded' }, titles.join(' ↔ '));
}

async function titleOf(choice: EntryChoice, summary: HistorySummary): Promise<string> {
  const { label, description } = await choice.text(summary);
  return `${label} (${description.split(' · ').slice(0, 2).join(', ')})`;
}

async function show(comparison: Comparison, title: string): Promise<void> {
  await vscode.commands.executeCommand(
    'vscode.diff',
    comparedUri(comparison, 'left'),
    comparedUri(comparison, 'right'),
    title,
  );
}

/** The same runs with placeholders, or with the values as they were. */
async function turnOver(): Promise<void> {
  const active = activeComparison();
  if (active === undefined) {
    await showInfo(t('Compare two runs of the history first.'));
    return;
  }
  const { comparison, title } = active;
  const how = comparison.how === 'raw' ? 'folded' : 'raw';
  await show({ ...comparison, how }, title);
  const former = tabsOf(comparison);
  if (former.length > 0) await vscode.window.tabGroups.close(former, true);
}
