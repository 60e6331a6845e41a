import { t } from '@vscode/l10n';
import { showInput } from '../shell/asking/boxes';
import { commandIds } from '../shell/contributions/commandIds';
import { registerCommand } from '../shell/runCommand';
import type { EntryChoice } from './entryChoice';
import { heldEntries } from './heldEntries';
import type { HistoryServices } from './historyServices';

/** What a person writes to entries: names, and which of them are kept. */
export function registerAnnotating(services: HistoryServices, choice: EntryChoice, refresh: () => void): void {
  const pin = (pinned: boolean) => async (node?: { id?: string }, selected?: readonly { id?: string }[]) => {
    await choice.withEach(heldEntries(node, selected), ({ id }, store) => store.annotate(id, { pinned }));
    refresh();
  };
  registerCommand(services, commandIds.history.pin, pin(true));
  registerCommand(services, commandIds.history.unpin, pin(false));
  registerCommand(services, commandIds.history.rename, (node) =>
    choice.withEntry(node, async ({ id }, store) => {
      const name = await showInput({
        title: t('Name History Entry'),
        prompt: t('What the entry is called in the view. Without a name it is called by its document.'),
        value: choice.nameOf(id) ?? '',
      });
      if (name === undefined) return;
      await store.annotate(id, { name: name.trim() });
      refresh();
    }),
  );
}
