import type { HistorySummary, UnreadableEntries } from '../../../core/history/entry';

export type HistoryNode = GroupNode | ScenarioNode | EntryNode | MoreNode | UnreadableNode;

/** What belongs together, and the pinned ones. */
export interface GroupNode {
  readonly kind: 'group';
  readonly key: string;
  readonly title: string;
  readonly children: readonly (EntryNode | ScenarioNode)[];
}

export interface EntryNode {
  readonly kind: 'entry';
  readonly id: string;
  /** Of the operation. */
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

export interface MoreNode {
  readonly kind: 'more';
}

export interface UnreadableNode extends UnreadableEntries {
  readonly kind: 'unreadable';
  /** Where the history is kept. */
  readonly location: string;
}

/** What a scenario sent stands under its run, at the place of the newest of it. */
export function byScenario(entries: readonly EntryNode[]): readonly (EntryNode | ScenarioNode)[] {
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

export function childrenOf(node: HistoryNode): readonly HistoryNode[] {
  if (node.kind === 'group') return node.children;
  return node.kind === 'scenario' ? node.entries : [];
}

export function entriesIn(nodes: readonly HistoryNode[]): readonly EntryNode[] {
  return nodes.flatMap((node) => (node.kind === 'entry' ? [node] : entriesIn(childrenOf(node))));
}
