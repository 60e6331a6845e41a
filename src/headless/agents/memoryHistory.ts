import type { HistoryEntry, HistoryPage, HistoryStore } from '../../core/history/entry';
import { summaryOf } from '../../core/history/record';

/** The history of one session, which ends with it. */
export class MemoryHistory implements HistoryStore {
  readonly location = 'the memory of this session';
  readonly #entries = new Map<string, HistoryEntry>();

  async append(entry: HistoryEntry): Promise<void> {
    this.#entries.set(entry.id, entry);
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > mostEntries) this.#entries.delete(oldest);
  }

  async list(limit: number, before?: string): Promise<HistoryPage> {
    const newestFirst = [...this.#entries.values()].reverse();
    const start = before === undefined ? 0 : newestFirst.findIndex(({ id }) => id === before) + 1;
    const entries = newestFirst.slice(start, start + limit).map(summaryOf);
    return { entries, unreadable: { damaged: 0, newer: 0 } };
  }

  async get(id: string): Promise<HistoryEntry | undefined> {
    return this.#entries.get(id);
  }

  async remove(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async clear(): Promise<void> {
    this.#entries.clear();
  }
}

const mostEntries = 1_000;
