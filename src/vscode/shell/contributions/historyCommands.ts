import { views } from '../ids';
import { above, command, onAllHistoryEntries, onHistoryEntries, onHistoryNodes } from './command';

/** What names an entry: a node of the view, or anything with its id. */
type Entry = [entry?: { readonly id: string }];

/** What holds entries: a node of the view, an entry itself among them. */
export interface EntryHolder {
  readonly id?: string;
  /** Of a run of a scenario. */
  readonly entries?: readonly EntryHolder[];
  /** Of a day. */
  readonly children?: readonly EntryHolder[];
}

/** The node whose menu it was, and all that were selected. */
type Entries = [node?: EntryHolder, selected?: readonly EntryHolder[]];

export const historyCommands = {
  'esign.history.open': command<Entry>({
    title: 'Open History Entry…',
    icon: 'open-preview',
    menus: onAllHistoryEntries('1_open@1'),
  }),
  'esign.history.replay': command<Entry>({
    title: 'Replay Request…',
    icon: 'debug-restart',
    menus: onHistoryEntries('inline@1', '2_send@1'),
  }),
  'esign.history.editAndResend': command<Entry>({
    title: 'Edit and Resend…',
    icon: 'edit',
    menus: onHistoryEntries('inline@2', '2_send@2'),
  }),
  'esign.history.remove': command<Entries>({
    title: 'Remove History Entry…',
    icon: 'trash',
    menus: onAllHistoryEntries('3_remove@1'),
  }),
  'esign.history.saveAsScenario': command<Entries>({
    title: 'Save as Scenario…',
    icon: 'beaker',
    menus: onHistoryNodes(['historyEntry', 'historyAct', 'historyScenario', 'historyDay'], '2_send@3'),
  }),
  'esign.history.clear': command({
    title: 'Clear History…',
    icon: 'clear-all',
    menus: [above(views.history, 'navigation@2')],
  }),
  'esign.history.refresh': command({
    title: 'Refresh History',
    icon: 'refresh',
    menus: [above(views.history, 'navigation@1')],
  }),
  'esign.history.loadMore': command({ title: 'Load More History', palette: 'never' }),
};
