import { contextKeys, views } from '../../ids';
import {
  above,
  aboveEditor,
  command,
  onAllHistoryEntries,
  onHistoryEntries,
  onHistoryNodes,
  onHistoryNodesWhen,
  shortcut,
} from '../command';
import { commandIds } from '../commandIds';
import { all, comparesRuns, inHistoryState, key, oneSelected, severalSelected } from '../when';

/** What names an entry: a node of the view, or anything with its id. */
type Entry = [entry?: { readonly id: string }];

/** What holds entries: a node of the view, an entry itself among them. */
export interface EntryHolder {
  readonly id?: string;
  /** Of a run of a scenario. */
  readonly entries?: readonly EntryHolder[];
  /** Of a group. */
  readonly children?: readonly EntryHolder[];
}

/** The node whose menu it was, and all that were selected. */
type Entries = [node?: EntryHolder, selected?: readonly EntryHolder[]];

const everyEntry = ['historyEntry', 'historyAct'] as const;
const sendable = ['historyEntry'] as const;
const filtered = key(contextKeys.historyFiltered);

export const historyCommands = {
  [commandIds.history.open]: command<Entry>({
    title: 'Open History Entry…',
    icon: 'open-preview',
    menus: onAllHistoryEntries('1_open@1'),
  }),
  [commandIds.history.search]: command({
    keys: [shortcut('h')],
    title: 'Search History…',
    icon: 'search',
    menus: [above(views.history, 'navigation@1')],
  }),
  [commandIds.history.filter]: command({
    title: 'Filter History…',
    icon: 'filter',
    menus: [above(views.history, 'navigation@2')],
  }),
  [commandIds.history.clearFilter]: command({
    title: 'Clear Filter of History',
    icon: 'close',
    palette: filtered,
    menus: [above(views.history, 'navigation@3', filtered)],
  }),
  [commandIds.history.groupBy]: command({
    title: 'Group History by…',
    icon: 'list-tree',
    menus: [above(views.history, 'group@1')],
  }),
  [commandIds.history.replay]: command<Entry>({
    title: 'Replay Request…',
    icon: 'debug-restart',
    keys: [shortcut('p')],
    menus: [...onHistoryEntries('inline@1'), ...onHistoryNodesWhen(oneSelected, sendable, '2_send@1')],
  }),
  [commandIds.history.replaySeveral]: command<Entries>({
    title: 'Replay Requests in Order…',
    menus: [
      ...onHistoryNodesWhen(severalSelected, sendable, '2_send@1'),
      ...onHistoryNodes(['historyScenario'], '2_send@1'),
    ],
  }),
  [commandIds.history.replayElsewhere]: command<Entry>({
    title: 'Replay on Another Connection…',
    menus: onHistoryNodesWhen(oneSelected, sendable, '2_send@2'),
  }),
  [commandIds.history.editAndResend]: command<Entry>({
    title: 'Edit and Resend…',
    icon: 'edit',
    menus: [...onHistoryEntries('inline@2'), ...onHistoryNodesWhen(oneSelected, sendable, '2_send@3')],
  }),
  [commandIds.history.compareWithLastSuccess]: command<Entry>({
    title: 'Compare with Last Success',
    icon: 'diff',
    menus: onHistoryNodesWhen(oneSelected, sendable, '3_compare@1'),
  }),
  [commandIds.history.selectForCompare]: command<Entry>({
    title: 'Select for Compare',
    menus: onHistoryNodesWhen(oneSelected, everyEntry, '3_compare@2'),
  }),
  [commandIds.history.compareWithSelected]: command<Entry>({
    title: 'Compare with Selected',
    palette: key(contextKeys.comparing),
    menus: onHistoryNodesWhen(all(oneSelected, key(contextKeys.comparing)), everyEntry, '3_compare@3'),
  }),
  [commandIds.history.compareSelected]: command<Entries>({
    title: 'Compare History Entries…',
    menus: onHistoryNodesWhen(severalSelected, everyEntry, '3_compare@1'),
  }),
  [commandIds.history.showRaw]: command({
    title: 'Show Raw Values or Placeholders',
    icon: 'eye',
    palette: comparesRuns,
    menus: [aboveEditor(comparesRuns, 'navigation@1')],
  }),
  [commandIds.history.pin]: command<Entries>({
    title: 'Pin History Entry',
    icon: 'pin',
    menus: onHistoryNodesWhen(inHistoryState('unpinned'), everyEntry, '4_keep@1'),
  }),
  [commandIds.history.unpin]: command<Entries>({
    title: 'Unpin History Entry',
    icon: 'pinned',
    menus: onHistoryNodesWhen(inHistoryState('pinned'), everyEntry, 'inline@3', '4_keep@1'),
  }),
  [commandIds.history.rename]: command<Entry>({
    title: 'Name History Entry…',
    menus: onHistoryNodesWhen(oneSelected, everyEntry, '4_keep@2'),
  }),
  [commandIds.history.saveAsScenario]: command<Entries>({
    title: 'Save as Scenario…',
    icon: 'beaker',
    menus: onHistoryNodes(['historyEntry', 'historyAct', 'historyScenario', 'historyGroup'], '5_scenario@1'),
  }),
  [commandIds.history.remove]: command<Entries>({
    title: 'Remove History Entry…',
    icon: 'trash',
    menus: onAllHistoryEntries('6_remove@1'),
  }),
  [commandIds.history.clear]: command({
    title: 'Clear History…',
    icon: 'clear-all',
    menus: [above(views.history, 'navigation@5')],
  }),
  [commandIds.history.refresh]: command({
    title: 'Refresh History',
    icon: 'refresh',
    menus: [above(views.history, 'navigation@4')],
  }),
  [commandIds.history.loadMore]: command({ title: 'Load More History', palette: 'never' }),
};
