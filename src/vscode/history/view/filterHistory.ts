import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HistoryFilter, HistoryLens } from '../../../core/history/listing/lens';
import { sharedTitle } from '../../connections/connectionTitle';
import { showPick } from '../../shell/asking/boxes';
import type { HistoryServices } from '../historyServices';
import type { KeptLens } from './historyLens';
import type { HistoryTree } from './historyTree';

/** From how many of the newest entries what can be chosen is collected. */
const mostLookedAt = 500;

type Part = keyof Omit<HistoryFilter, 'text'>;

interface FilterItem extends vscode.QuickPickItem {
  readonly part?: Part;
  readonly id?: string;
}

/** All that the view can be limited to, in one list. */
export async function filterHistory(
  { registry, connections }: Pick<HistoryServices, 'registry' | 'connections'>,
  tree: HistoryTree,
  lens: KeptLens,
): Promise<void> {
  const { filter } = lens.current;
  const nodes = await tree.recent(mostLookedAt);
  const titles = new Map(registry.entries.map(({ id, title }) => [id, title]));
  const found = {
    providers: named(nodes.map(({ summary }) => [summary.provider, titles.get(summary.provider) ?? t('Emulator')])),
    connections: named(nodes.map(({ summary }) => [summary.connection, sharedTitle(connections, summary.connection)])),
    operations: named(nodes.map(({ title, summary }) => [summary.operation, title])),
  };
  const items: readonly FilterItem[] = [
    ...section(t('Outcome'), 'outcome', [
      ['worked', t('Worked')],
      ['failed', t('Failed')],
    ]),
    ...section(t('Provider'), 'providers', found.providers),
    ...section(t('Connection'), 'connections', found.connections),
    ...section(t('Operation'), 'operations', found.operations),
  ].map((item) => ({ ...item, picked: isChosen(filter, item) }));
  const chosen = await showPick(items, {
    title: t('Filter History'),
    placeHolder: t('What should be shown? Nothing chosen shows everything.'),
    canPickMany: true,
  });
  if (chosen !== undefined) await lens.change({ filter: filterOf(filter.text, chosen) });
}

/** What groups are called where they are chosen. */
const groupingItems = (): readonly (vscode.QuickPickItem & Pick<HistoryLens, 'grouping'>)[] => [
  { grouping: 'day', label: t('Day') },
  { grouping: 'document', label: t('Document') },
  { grouping: 'provider', label: t('Provider') },
  { grouping: 'scenario', label: t('Scenario'), description: t('each run of a workflow') },
  { grouping: 'none', label: t('None'), description: t('one list, newest first') },
];

export async function chooseGrouping(lens: KeptLens): Promise<void> {
  const items = groupingItems().map((item) =>
    item.grouping === lens.current.grouping ? { ...item, description: t('as it is now') } : item,
  );
  const chosen = await showPick(items, { placeHolder: t('Group the history by') });
  if (chosen !== undefined) await lens.change({ grouping: chosen.grouping });
}

function named(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return [...new Map(pairs)].sort(([, one], [, other]) => one.localeCompare(other));
}

function section(title: string, part: Part, choices: readonly (readonly [string, string])[]): readonly FilterItem[] {
  if (choices.length === 0) return [];
  const heading: FilterItem = { label: title, kind: vscode.QuickPickItemKind.Separator };
  return [heading, ...choices.map(([id, label]) => ({ label, part, id }))];
}

function isChosen(filter: HistoryFilter, { part, id }: FilterItem): boolean {
  if (part === undefined || id === undefined) return false;
  return part === 'outcome' ? filter.outcome === id : (filter[part]?.includes(id) ?? false);
}

/** Both outcomes are all of them. */
function filterOf(text: string | undefined, chosen: readonly FilterItem[]): HistoryFilter {
  const idsOf = (part: Part) =>
    chosen.flatMap((item) => (item.part === part && item.id !== undefined ? [item.id] : []));
  const lists = (['providers', 'connections', 'operations'] as const).flatMap((part) => {
    const ids = idsOf(part);
    return ids.length === 0 ? [] : [[part, ids] as const];
  });
  const [outcome, ...others] = idsOf('outcome');
  return {
    ...(text !== undefined && { text }),
    ...Object.fromEntries(lists),
    ...(others.length === 0 && (outcome === 'worked' || outcome === 'failed') && { outcome }),
  };
}
