import type { EntryNotes, HistoryEntry, HistoryListing, HistoryPage, HistoryStore } from '../../core/history/entry';
import { type HistoryAction, HistoryError } from '../../core/history/historyError';
import { HistoryAppender } from './historyAppender';
import { type OpenHistoryFile, openHistoryFile } from './historyFile';
import { HistoryIndex } from './historyIndex';
import { HistoryLimit } from './historyLimit';
import { keepToOwner } from './historyModes';
import { HistoryPages } from './historyPages';

export interface HistoryStoreOptions {
  /** At least so many of the newest entries are kept; older ones go with their segment. */
  readonly maxEntries: number;
  /** A segment of this size is followed by a new one. */
  readonly segmentBytes: number;
  readonly open: OpenHistoryFile;
}

const defaults: HistoryStoreOptions = {
  maxEntries: 10_000,
  segmentBytes: 5 * 1024 * 1024,
  open: openHistoryFile,
};

/**
 * Appended segments of JSON lines, one write per entry. A crash costs the entry in flight and no other, and
 * several processes may append to one folder: no byte of another entry is ever moved.
 */
export class JsonLinesHistoryStore implements HistoryStore {
  readonly location: string;
  readonly #index: HistoryIndex;
  readonly #limit: HistoryLimit;
  readonly #pages: HistoryPages;
  readonly #appender: HistoryAppender;
  #opened: Promise<void> | undefined;

  constructor(directory: string, options: Partial<HistoryStoreOptions> = {}) {
    this.location = directory;
    const { maxEntries, segmentBytes, open } = { ...defaults, ...options };
    const index = new HistoryIndex(directory, segmentBytes, open);
    this.#index = index;
    this.#limit = new HistoryLimit({ directory, maxEntries, index, open });
    this.#pages = new HistoryPages(index, open, maxEntries);
    this.#appender = new HistoryAppender({ directory, segmentBytes, open, limit: this.#limit });
  }

  append(entry: HistoryEntry): Promise<void> {
    return this.#attempt('append', () => this.#appender.append(entry));
  }

  list(limit: number, listing: HistoryListing = {}): Promise<HistoryPage> {
    return this.#attempt('read', () => this.#pages.page(limit, listing), listing.signal);
  }

  get(id: string): Promise<HistoryEntry | undefined> {
    return this.#attempt('read', () => this.#pages.entry(id));
  }

  annotate(id: string, notes: EntryNotes): Promise<void> {
    return this.#attempt('annotate', () => this.#appender.annotate(id, notes));
  }

  remove(id: string): Promise<void> {
    return this.#attempt('remove', () => this.#blank(id));
  }

  clear(): Promise<void> {
    return this.#attempt('clear', async () => {
      await this.#limit.settled();
      await this.#index.clear();
    });
  }

  /** When what nobody waits for is done. */
  settled(): Promise<void> {
    return this.#limit.settled();
  }

  /** A segment that cannot be read is no reason to keep what stands in another. */
  async #blank(id: string): Promise<void> {
    const failures: unknown[] = [];
    let isFound = false;
    for await (const { segment } of this.#index.mentioning(id, (error) => failures.push(error))) {
      try {
        await this.#index.blank(segment, id);
        isFound = true;
      } catch (error: unknown) {
        failures.push(error);
      }
    }
    if (!isFound && failures.length > 0) throw failures[0];
  }

  async #attempt<Result>(action: HistoryAction, run: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    this.#opened ??= keepToOwner(this.location);
    await this.#opened;
    try {
      return await run();
    } catch (error: unknown) {
      signal?.throwIfAborted();
      throw new HistoryError(action, this.location, error);
    }
  }
}
