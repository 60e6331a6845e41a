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
  'esign.history.open': command<Entry>({
    title: 'Open History Entry…',
    icon: 'open-preview',
    menus: onAllHistoryEntries('1_open@1'),
  }),
  'esign.history.search': command({
    keys: [shortcut('h')],
    title: 'Search History…',
    icon: 'search',
    menus: [above(views.history, 'navigation@1')],
  }),
  'esign.history.filter': command({
    title: 'Filter History…',
    icon: 'filter',
    menus: [above(views.history, 'navigation@2')],
  }),
  'esign.history.clearFilter': command({
    title: 'Clear Filter of History',
    icon: 'close',
    palette: filtered,
    menus: [above(views.history, 'navigation@3', filtered)],
  }),
  'esign.history.groupBy': command({
    title: 'Group History by…',
    icon: 'list-tree',
    menus: [above(views.history, 'group@1')],
  }),
  'esign.history.replay': command<Entry>({
    title: 'Replay Request…',
    icon: 'debug-restart',
    keys: [shortcut('p')],
    menus: [...onHistoryEntries('inline@1'), ...onHistoryNodesWhen(oneSelected, sendable, '2_send@1')],
  }),
  'esign.history.replaySeveral': command<Entries>({
    title: 'Replay Requests in Order…',
    menus: [
      ...onHistoryNodesWhen(severalSelected, sendable, '2_send@1'),
      ...onHistoryNodes(['historyScenario'], '2_send@1'),
    ],
  }),
  'esign.history.replayElsewhere': command<Entry>({
    title: 'Replay on Another Connection…',
    menus: onHistoryNodesWhen(oneSelected, sendable, '2_send@2'),
  }),
  'esign.history.editAndResend': command<Entry>({
    title: 'Edit and Resend…',
    icon: 'edit',
    menus: [...onHistoryEntries('inline@2'), ...onHistoryNodesWhen(oneSelected, sendable, '2_send@3')],
  }),
  'esign.history.compareWithLastSuccess': command<Entry>({
    title: 'Compare with Last Success',
    icon: 'diff',
    menus: onHistoryNodesWhen(oneSelected, sendable, '3_compare@1'),
  }),
  'esign.history.selectForCompare': command<Entry>({
    title: 'Select for Compare',
    menus: onHistoryNodesWhen(oneSelected, everyEntry, '3_compare@2'),
  }),
  'esign.history.compareWithSelected': command<Entry>({
    title: 'Compare with Selected',
    palette: key(contextKeys.comparing),
    menus: onHistoryNodesWhen(all(oneSelected, key(contextKeys.comparing)), everyEntry, '3_compare@3'),
  }),
  'esign.history.compareSelected': command<Entries>({
    title: 'Compare History Entries…',
    menus: onHistoryNodesWhen(severalSelected, everyEntry, '3_compare@1'),
  }),
  'esign.history.showRaw': command({
    title: 'Show Raw Values or Placeholders',
    icon: 'eye',
    palette: comparesRuns,
    menus: [aboveEditor(comparesRuns, 'navigation@1')],
  }),
  'esign.history.pin': command<Entries>({
    title: 'Pin History Entry',
    icon: 'pin',
    menus: onHistoryNodesWhen(inHistoryState('unpinned'), everyEntry, '4_keep@1'),
  }),
  'esign.history.unpin': command<Entries>({
    title: 'Unpin History Entry',
    icon: 'pinned',
    menus: onHistoryNodesWhen(inHistoryState('pinned'), everyEntry, 'inline@3', '4_keep@1'),
  }),
  'esign.history.rename': command<Entry>({
    title: 'Name History Entry…',
    menus: onHistoryNodesWhen(oneSelected, everyEntry, '4_keep@2'),
  }),
  'esign.history.saveAsScenario': command<Entries>({
    title: 'Save as Scenario…',
    icon: 'beaker',
    menus: onHistoryNodes(['historyEntry', 'historyAct', 'historyScenario', 'historyGroup'], '5_scenario@1'),
  }),
  'esign.history.remove': command<Entries>({
    title: 'Remove History Entry…',
    icon: 'trash',
    menus: onAllHistoryEntries('6_remove@1'),
  }),
  'esign.history.clear': command({
    title: 'Clear History…',
    icon: 'clear-all',
    menus: [above(views.history, 'navigation@5')],
  }),
  'esign.history.refresh': command({
    title: 'Refresh History',
    icon: 'refresh',
    menus: [above(views.history, 'navigation@4')],
  }),
  'esign.history.loadMore': command({ title: 'Load More History', palette: 'never' }),
};
