import { views } from '../../ids';
import { above, aboveEditor, command, onHistoryEntries, onHistoryNodes } from '../command';
import { commandIds } from '../commandIds';
import { any, inForm, isRequestFile } from '../when';
import type { EntryHolder } from './historyCommands';

/** What names a run: a node of the history, or anything with its id. */
type Entry = [entry?: { readonly id: string }];

export const portableCommands = {
  [commandIds.copyAsCode]: command<Entry>({
    title: 'Copy as Code…',
    icon: 'code',
    menus: [...onHistoryEntries('4_copy@1'), aboveEditor(any(inForm, isRequestFile), '2_copy@1')],
  }),
  [commandIds.exportRuns]: command<[node?: EntryHolder, selected?: readonly EntryHolder[]]>({
    title: 'Export Runs…',
    icon: 'export',
    menus: [
      ...onHistoryNodes(['historyEntry', 'historyScenario', 'historyGroup'], '4_copy@2'),
      above(views.history, 'portable@1'),
    ],
  }),
  [commandIds.importRequests]: command({
    title: 'Import Requests…',
    icon: 'cloud-download',
    menus: [{ menu: 'file/newFile', group: 'file' }],
  }),
};
