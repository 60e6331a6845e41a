import { rm } from 'node:fs/promises';
import type {
  ComparableRuns,
  EntryNotes,
  HistoryEntry,
  HistoryListing,
  HistoryPage,
  HistoryQuery,
  HistoryStore,
  HistorySummary,
} from '../../core/history/entry';
import { type HistoryAction, HistoryError } from '../../core/history/historyError';
import { foldCase, holdsText, matchesQuery, workedQuery } from '../../core/history/historyQuery';
import { summaryOf } from '../../core/history/record';
import { HistoryAppender } from './historyAppender';
import { type OpenHistoryFile, openHistoryFile } from './historyFile';
import { HistoryLimit } from './historyLimit';
import { blankEntry, isEntryLine, isMarkLine, linesNewestFirst, readLine, unreadableLine } from './historyLines';
import { keepToOwner } from './historyModes';
import { listSegments } from './historySegments';

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

interface StoredEntry {
  readonly kind: 'entry';
  readonly entry: HistoryEntry;
  readonly notes: EntryNotes | undefined;
}

type StoredReading = StoredEntry | { readonly kind: 'damaged' | 'newer' };

/**
 * Appended segments of JSON lines, one write per entry. A crash costs the entry in flight and no other, and
 * several processes may append to one folder: no byte of another entry is ever moved.
 */
export class JsonLinesHistoryStore implements HistoryStore {
  readonly location: string;
  readonly #options: HistoryStoreOptions;
  readonly #appender: HistoryAppender;
  #opened: Promise<void> | undefined;

  constructor(directory: string, options: Partial<HistoryStoreOptions> = {}) {
    this.location = directory;
    this.#options = { ...defaults, ...options };
    const { maxEntries, segmentBytes, open } = this.#options;
    const limit = new HistoryLimit(directory, maxEntries, open);
    this.#appender = new HistoryAppender({ directory, segmentBytes, open, limit });
  }

  append(entry: HistoryEntry): Promise<void> {
    return this.#attempt('append', () => this.#appender.append(entry));
  }

  list(limit: number, listing: HistoryListing = {}): Promise<HistoryPage> {
    return this.#attempt('read', () => this.#page(limit, listing), listing.signal);
  }

  async lastWorked(runs: ComparableRuns, before?: string): Promise<HistorySummary | undefined> {
    const listing = { query: workedQuery(runs), ...(before !== undefined && { before }) };
    return (await this.list(1, listing)).entries[0];
  }

  annotate(id: string, notes: EntryNotes): Promise<void> {
    return this.#attempt('annotate', () => this.#appender.annotate(id, notes));
  }

  get(id: string): Promise<HistoryEntry | undefined> {
    return this.#attempt('read', async () => {
      // Most lines are told apart without being parsed.
      for await (const reading of this.#readings((bytes) => bytes.includes(id))) {
        if (reading.kind === 'entry' && reading.entry.id === id) return reading.entry;
      }
      return undefined;
    });
  }

  remove(id: string): Promise<void> {
    return this.#attempt('remove', () => this.#blank(id));
  }

  clear(): Promise<void> {
    return this.#attempt('clear', async () => {
      const segments = await listSegments(this.location);
      await Promise.all(segments.map(({ file }) => rm(file, { force: true })));
    });
  }

  /** A segment that cannot be read is no reason to keep what stands in another. */
  async #blank(id: string): Promise<void> {
    const failures: unknown[] = [];
    let isFound = false;
    for (const { file } of await listSegments(this.location)) {
      try {
        if (await blankEntry(this.#options.open, file, id)) isFound = true;
      } catch (error: unknown) {
        failures.push(error);
      }
    }
    if (!isFound && failures.length > 0) throw failures[0];
  }

  async #page(limit: number, { before, query = {}, signal }: HistoryListing): Promise<HistoryPage> {
    const entries: HistorySummary[] = [];
    const unreadable = { damaged: 0, newer: 0 };
    const text = foldCase(query.text ?? '');
    let skipped = before;
    const isWanted = (bytes: Buffer): boolean => skipped === undefined || bytes.includes(skipped) || isMarkLine(bytes);
    for await (const reading of this.#readings(isWanted)) {
      signal?.throwIfAborted();
      if (skipped !== undefined) {
        if (reading.kind === 'entry' && reading.entry.id === skipped) skipped = undefined;
      } else if (reading.kind !== 'entry') unreadable[reading.kind] += 1;
      else {
        const summary = summaryOf(reading.entry, reading.notes);
        if (isFound(reading, summary, query, text) && entries.push(summary) >= limit) break;
      }
    }
    return { entries, unreadable };
  }

  /** Newest first, each entry once, without removed ones. */
  async *#readings(isWanted: (bytes: Buffer) => boolean): AsyncGenerator<StoredReading> {
    const passed = new Set<string>();
    const noted = new Map<string, EntryNotes>();
    for await (const bytes of this.#lines()) {
      if (!isWanted(bytes)) continue;
      const reading = readLine(bytes);
      if (reading.kind === 'removed') passed.add(reading.id);
      // What was written later comes first.
      else if (reading.kind === 'noted') noted.set(reading.id, { ...reading.notes, ...noted.get(reading.id) });
      else if (reading.kind !== 'entry') yield reading;
      else if (!passed.has(reading.entry.id)) {
        passed.add(reading.entry.id);
        yield { ...reading, notes: noted.get(reading.entry.id) };
      }
    }
  }

  /** As many as hold the entries that are kept. */
  async *#lines(): AsyncGenerator<Buffer> {
    let count = 0;
    for (const { file } of [...(await listSegments(this.location))].reverse()) {
      for await (const bytes of this.#linesOf(file)) {
        if (isEntryLine(bytes)) count += 1;
        if (count > this.#options.maxEntries) return;
        yield bytes;
      }
    }
  }

  async *#linesOf(file: string): AsyncGenerator<Buffer> {
    try {
      for await (const { bytes } of linesNewestFirst(this.#options.open, file)) yield bytes;
    } catch {
      // The disk does not give it, or it belongs to somebody else: the other segments are read all the same.
      yield unreadableLine.bytes;
    }
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

function isFound({ entry, notes }: StoredEntry, summary: HistorySummary, query: HistoryQuery, text: string): boolean {
  return matchesQuery(summary, query) && (text === '' || holdsText(entry, notes, text));
}
