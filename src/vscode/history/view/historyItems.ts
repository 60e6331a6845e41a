import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistorySummary } from '../../../core/history/entry';
import { agoText } from '../../../core/history/listing/agoText';
import type { Grouping } from '../../../core/history/listing/lens';
import { outcomeText, type RowText, rowText } from '../../../core/history/listing/rowText';
import { factsTooltip } from '../../documents/tree/nodeText';
import { isEmulatorAct } from '../../sending/recordedRun';
import { commandIds } from '../../shell/contributions/commandIds';
import type { HistoryNodeKind, HistoryNodeState } from '../../shell/contributions/when';
import { asCommand } from '../../shell/runCommand';
import type { EntryNode, GroupNode, HistoryNode, ScenarioNode, UnreadableNode } from './historyNodes';
import { actIcon, outcomeIcon } from './outcomeIcon';
import { endIcon, endWord } from './scenarioEnds';

export interface ItemWords {
  readonly grouping: Grouping;
  /** Epoch milliseconds. */
  readonly now: number;
  provider(id: string): string;
  document(entry: HistorySummary): string | undefined;
  connection(entry: HistorySummary): string;
}

export function historyItem(node: HistoryNode, words: ItemWords): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'scenario':
      return scenarioItem(node, words);
    case 'entry':
      return entryItem(node, words);
    case 'more':
      return moreItem();
    case 'unreadable':
      return unreadableItem(node);
  }
}

export function entryText({ title, summary }: EntryNode, words: ItemWords): RowText {
  const [document, connection] = [words.document(summary), words.connection(summary)];
  const { grouping, now } = words;
  return rowText(summary, { operation: title, document, connection, now, language: vscode.env.language, grouping });
}

function groupItem({ key, title, children }: GroupNode): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `group ${key}`;
  item.contextValue = 'historyGroup' satisfies HistoryNodeKind;
  item.description = String(children.length);
  const { length } = children;
  item.accessibilityInformation = { label: length === 1 ? t('{0}, 1 row', title) : t('{0}, {1} rows', title, length) };
  return item;
}

function scenarioItem({ id, title, entries }: ScenarioNode, { now }: ItemWords): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  const { length } = entries;
  const end = entries.find(({ summary }) => summary.scenarioEnd !== undefined)?.summary.scenarioEnd;
  const ended = end === undefined ? [] : [endWord(end)];
  const ago = entries.slice(0, 1).map(({ summary }) => agoText(summary.sentAt, now, vscode.env.language));
  item.id = `scenario ${id} ${entries[0]?.id ?? ''}`;
  item.contextValue = 'historyScenario' satisfies HistoryNodeKind;
  item.iconPath = endIcon(end);
  item.description = [...ended, length === 1 ? t('1 request') : t('{0} requests', length), ...ago].join(' · ');
  const run = length === 1 ? t('Run of a scenario, 1 request') : t('Run of a scenario, {0} requests', length);
  item.tooltip = [title, run, ...ended].join('\n');
  item.accessibilityInformation = { label: [title, ...ended, run, ...ago].join(', ') };
  return item;
}

function entryItem(node: EntryNode, words: ItemWords): vscode.TreeItem {
  const { summary } = node;
  const { label, description } = entryText(node, words);
  const item = new vscode.TreeItem(label);
  const isAct = isEmulatorAct(summary.operation);
  const kind: HistoryNodeKind = isAct ? 'historyAct' : 'historyEntry';
  const state: HistoryNodeState = summary.pinned === true ? 'pinned' : 'unpinned';
  const provider = words.provider(summary.provider);
  item.id = node.id;
  item.contextValue = `${kind} ${state}`;
  item.description = description;
  item.tooltip = tooltip(node, words);
  item.iconPath = isAct ? actIcon(summary) : outcomeIcon(summary, provider);
  item.command = asCommand(commandIds.history.open, t('Show Reply'), { id: node.id });
  const outcome = workedText(summary);
  item.accessibilityInformation = { label: `${label}, ${outcome}, ${description}, ${provider}` };
  return item;
}

function moreItem(): vscode.TreeItem {
  const item = new vscode.TreeItem(t('Load More'));
  item.id = 'more';
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = asCommand(commandIds.history.loadMore, t('Load More'));
  return item;
}

function unreadableItem({ damaged, newer, location }: UnreadableNode): vscode.TreeItem {
  const count = damaged + newer;
  const item = new vscode.TreeItem(count === 1 ? t('1 entry cannot be read') : t('{0} entries cannot be read', count));
  item.id = 'unreadable';
  item.iconPath = new vscode.ThemeIcon('warning');
  item.tooltip = [
    ...(newer === 0 ? [] : [t('Written by a newer version of E-Sign Workbench: {0}. Update it to see them.', newer)]),
    ...(damaged === 0
      ? []
      : [t('Damaged or not written to the end: {0}. They are passed over until the history is cleared.', damaged)]),
    t('The history is in {0}.', location),
  ].join('\n');
  return item;
}

function tooltip({ title, summary }: EntryNode, words: ItemWords): vscode.MarkdownString {
  const { name, subject, scenario, connection: id, environment, durationMs, sentAt } = summary;
  const connection = words.connection(summary);
  return factsTooltip(name ?? title, {
    [t('Operation')]: title,
    [t('Provider')]: words.provider(summary.provider),
    [t('Document')]: words.document(summary),
    [t('Document ID')]: subject?.document,
    [t('Recipient')]: subject?.recipient,
    [t('Connection')]: id === environment ? connection : `${connection} (${environment})`,
    [t('Outcome')]: `${outcomeText(summary)}, ${workedText(summary)}`,
    [t('Sent')]: new Date(sentAt).toLocaleString(vscode.env.language),
    [t('Took')]: durationMs === undefined ? undefined : `${Math.round(durationMs)} ms`,
    [t('Scenario')]: scenario && t('{0}, step {1}', scenario.workflow, scenario.step),
  });
}

function workedText({ failed }: HistorySummary): string {
  return failed ? t('failed') : t('worked');
}
