import * as vscode from 'vscode';
import type { HistorySummary, UnreadableEntries } from '../../core/history/entry';
import { isEmulatorAct } from '../sending/recordedRun';
import type { HistoryNodeKind } from '../shell/contributions/when';
import { asCommand } from '../shell/runCommand';

export type HistoryNode =
  | { readonly kind: 'day'; readonly title: string; readonly children: readonly (EntryNode | ScenarioNode)[] }
  | ScenarioNode
  | EntryNode
  | { readonly kind: 'more' }
  | UnreadableNode;

export interface EntryNode {
  readonly kind: 'entry';
  readonly id: string;
  readonly title: string;
  readonly summary: HistorySummary;
}

/** A run of a scenario, which sent all of its entries. */
export interface ScenarioNode {
  readonly kind: 'scenario';
  readonly id: string;
  /** The workflow. */
  readonly title: string;
  readonly entries: readonly EntryNode[];
}

export interface UnreadableNode extends UnreadableEntries {
  readonly kind: 'unreadable';
  /** Where the history is kept. */
  readonly location: string;
}

/** Groups entries that come newest first by their local day. */
export function byDay(entries: readonly EntryNode[], now: Date): readonly (HistoryNode & { kind: 'day' })[] {
  const days = new Map<string, EntryNode[]>();
  for (const entry of entries) {
    const title = dayTitle(new Date(entry.summary.sentAt), now);
    const ofDay = days.get(title) ?? [];
    ofDay.push(entry);
    days.set(title, ofDay);
  }
  return [...days].map(([title, list]) => ({ kind: 'day', title, children: byScenario(list) }));
}

/** What a scenario sent stands under its run, at the place of the newest of it. */
function byScenario(entries: readonly EntryNode[]): readonly (EntryNode | ScenarioNode)[] {
  const runs = new Map<string, EntryNode[]>();
  for (const entry of entries) {
    const run = entry.summary.scenario?.run;
    if (run !== undefined) runs.set(run, [...(runs.get(run) ?? []), entry]);
  }
  return entries.flatMap((entry): readonly (EntryNode | ScenarioNode)[] => {
    const { scenario } = entry.summary;
    if (scenario === undefined) return [entry];
    const ofRun = runs.get(scenario.run) ?? [];
    return ofRun[0] === entry ? [{ kind: 'scenario', id: scenario.run, title: scenario.workflow, entries: ofRun }] : [];
  });
}

export function historyItem(node: HistoryNode): vscode.TreeItem {
  switch (node.kind) {
    case 'day':
      return dayItem(node.title);
    case 'scenario':
      return scenarioItem(node);
    case 'entry':
      return entryItem(node);
    case 'more':
      return moreItem();
    case 'unreadable':
      return unreadableItem(node);
  }
}

function dayTitle(day: Date, now: Date): string {
  const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const daysAgo = Math.round((midnight(now) - midnight(day)) / 86_400_000);
  if (daysAgo === 0) return 'Today';
  if (daysAgo === 1) return 'Yesterday';
  return day.toLocaleDateString(vscode.env.language, { year: 'numeric', month: 'long', day: 'numeric' });
}

function dayItem(title: string): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `day ${title}`;
  item.contextValue = 'historyDay' satisfies HistoryNodeKind;
  return item;
}

function scenarioItem({ id, title, entries }: ScenarioNode): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  const count = entries.length === 1 ? '1 request' : `${entries.length} requests`;
  item.id = `scenario ${id} ${entries[0]?.id ?? ''}`;
  item.contextValue = 'historyScenario' satisfies HistoryNodeKind;
  item.iconPath = new vscode.ThemeIcon('beaker');
  item.description = [count, ...entries.slice(0, 1).map(({ summary }) => timeText(summary.sentAt))].join(' · ');
  item.tooltip = `${title}\nRun of a scenario, ${count}`;
  return item;
}

function entryItem(node: EntryNode): vscode.TreeItem {
  const { summary } = node;
  const item = new vscode.TreeItem(node.title);
  item.id = node.id;
  item.contextValue = (isEmulatorAct(summary.operation) ? 'historyAct' : 'historyEntry') satisfies HistoryNodeKind;
  item.description = [...stepOf(summary), outcomeText(summary), timeText(summary.sentAt), summary.connection].join(
    ' · ',
  );
  item.tooltip = tooltip(node);
  item.iconPath = icon(summary);
  item.command = asCommand('esign.history.open', 'Show Reply', { id: node.id });
  item.accessibilityInformation = { label: `${node.title}, ${item.description}` };
  return item;
}

function moreItem(): vscode.TreeItem {
  const item = new vscode.TreeItem('Load More');
  item.id = 'more';
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = asCommand('esign.history.loadMore', 'Load More');
  return item;
}

function unreadableItem({ damaged, newer, location }: UnreadableNode): vscode.TreeItem {
  const count = damaged + newer;
  const item = new vscode.TreeItem(count === 1 ? '1 entry cannot be read' : `${count} entries cannot be read`);
  item.id = 'unreadable';
  item.iconPath = new vscode.ThemeIcon('warning');
  item.tooltip = [
    ...(newer === 0 ? [] : [`Written by a newer version of E-Sign Workbench: ${newer}. Update it to see them.`]),
    ...(damaged === 0
      ? []
      : [`Damaged or not written to the end: ${damaged}. They are passed over until the history is cleared.`]),
    `The history is in ${location}.`,
  ].join('\n');
  return item;
}

function stepOf({ scenario }: HistorySummary): readonly string[] {
  return scenario === undefined ? [] : [scenario.step];
}

function outcomeText({ status }: HistorySummary): string {
  return status === undefined ? 'no reply' : String(status);
}

function timeText(sentAt: number): string {
  return new Date(sentAt).toLocaleTimeString(vscode.env.language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

function tooltip({ title, summary }: EntryNode): string {
  const { sentAt, operation, connection, environment, durationMs } = summary;
  const duration = durationMs === undefined ? [] : [`${Math.round(durationMs)} ms`];
  const sent = new Date(sentAt).toLocaleString(vscode.env.language);
  return [title, operation, `${connection} (${environment})`, sent, outcomeText(summary), ...duration].join('\n');
}

function icon({ status, failed }: HistorySummary): vscode.ThemeIcon {
  if (status === undefined) return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('testing.iconSkipped'));
  if (failed) return new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'));
  return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
}
