import type {
  EntryNotes,
  HistoryEntry,
  HistoryListing,
  HistoryPage,
  HistoryQuery,
  HistoryStore,
  HistorySummary,
} from '../../core/history/entry';
import { foldCase, holdsText, matchesQuery } from '../../core/history/historyQuery';
import { summaryOf, withNotes } from '../../core/history/record';

/** The history of one session, which ends with it. */
export class MemoryHistory implements HistoryStore {
  readonly location = 'the memory of this session';
  readonly #entries = new Map<string, HistoryEntry>();
  readonly #notes = new Map<string, EntryNotes>();

  async append(entry: HistoryEntry): Promise<void> {
    this.#entries.set(entry.id, entry);
    const isPinned = (id: string): boolean => this.#notes.get(id)?.pinned === true;
    const oldest = [...this.#entries.keys()].find((id) => !isPinned(id));
    if (oldest !== undefined && this.#entries.size > mostEntries) await this.remove(oldest);
  }

  async list(limit: number, { before, query = {}, signal }: HistoryListing = {}): Promise<HistoryPage> {
    signal?.throwIfAborted();
    const newestFirst = [...this.#entries.values()].reverse();
    const last = newestFirst.findIndex(({ id }) => id === before);
    const older = before === undefined ? newestFirst : newestFirst.slice(last < 0 ? newestFirst.length : last + 1);
    const found = older.filter((entry) => this.#isFound(entry, query)).slice(0, limit);
    return { entries: found.map((entry) => this.#summary(entry)), unreadable: { damaged: 0, newer: 0 } };
  }

  async annotate(id: string, notes: EntryNotes): Promise<void> {
    this.#notes.set(id, { ...this.#notes.get(id), ...notes });
  }

  async get(id: string): Promise<HistoryEntry | undefined> {
    return this.#entries.get(id);
  }

  async remove(id: string): Promise<void> {
    this.#entries.delete(id);
    this.#notes.delete(id);
  }

  async clear(): Promise<void> {
    this.#entries.clear();
    this.#notes.clear();
  }

  #isFound(entry: HistoryEntry, query: HistoryQuery): boolean {
    const text = foldCase(query.text ?? '');
    return (
      matchesQuery(this.#summary(entry), query) && (text === '' || holdsText(entry, this.#notes.get(entry.id), text))
    );
  }

  #summary(entry: HistoryEntry): HistorySummary {
    return withNotes(summaryOf(entry), this.#notes.get(entry.id) ?? {});
  }
}

const mostEntries = 1_000;
