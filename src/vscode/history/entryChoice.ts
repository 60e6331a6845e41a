import { t } from '@vscode/l10n';
import type { HistoryEntry, HistoryStore, HistorySummary } from '../../core/history/entry';
import type { RowText } from '../../core/history/listing/rowText';
import { showPick } from '../shell/asking/boxes';
import { showInfo, showWarning } from '../shell/notices';
import { settingId } from '../shell/settings/settings';
import type { HistoryServices } from './historyServices';
import type { HistoryTree } from './view/historyTree';

export type EntryAction = (entry: HistoryEntry, store: HistoryStore) => Promise<void>;

/** The entry that a command is for: of the row it was taken on, or one that is asked for. */
export class EntryChoice {
  readonly #services: Pick<HistoryServices, 'history'>;
  readonly #tree: HistoryTree;

  constructor(services: Pick<HistoryServices, 'history'>, tree: HistoryTree) {
    this.#services = services;
    this.#tree = tree;
  }

  async withEntry(argument: { readonly id?: string } | undefined, run: EntryAction): Promise<void> {
    const store = await this.#services.history();
    if (store === undefined) {
      await showInfo(t('The history is switched off (setting "{0}").', settingId('history.enabled')));
      return;
    }
    const id = argument?.id ?? (await this.#ask());
    if (id === undefined) return;
    const entry = await store.get(id);
    if (entry !== undefined) return run(entry, store);
    await showWarning(t('This entry is no longer in the history.'));
    this.#tree.refresh();
  }

  /** One after the other; asks for one where there is none. */
  async withEach(ids: readonly string[], run: EntryAction): Promise<void> {
    const targets = ids.length === 0 ? [undefined] : ids.map((id) => ({ id }));
    for (const target of targets) await this.withEntry(target, run);
  }

  /** The name that a person gave it, of an entry that the view shows. */
  nameOf(id: string): string | undefined {
    return this.#tree.shown(id)?.summary.name;
  }

  async text(summary: HistorySummary): Promise<RowText> {
    return this.#tree.text(await this.#tree.node(summary));
  }

  async #ask(): Promise<string | undefined> {
    const nodes = await this.#tree.recent();
    if (nodes.length === 0) {
      await showInfo(t('The history is empty. Send a request first.'));
      return undefined;
    }
    const items = nodes.map((node) => ({ ...this.#tree.text(node), id: node.id }));
    return (await showPick(items, { placeHolder: t('Which run?'), matchOnDescription: true }))?.id;
  }
}
