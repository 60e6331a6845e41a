import { aboveEditor, command, onHistoryEntries } from './command';
import { any, inForm, isRequestFile } from './when';

/** What names a run: a node of the history, or anything with its id. */
type Entry = [entry?: { readonly id: string }];

export const portableCommands = {
  'esign.copyAsCode': command<Entry>({
    title: 'Copy as Code…',
    icon: 'code',
    menus: [...onHistoryEntries('4_copy@1'), aboveEditor(any(inForm, isRequestFile), '2_copy@1')],
  }),
};
