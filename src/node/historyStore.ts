import { chmod, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { HistoryEntry, HistoryStore, HistorySummary } from '../core/history/entry';
import { summaryOf } from '../core/history/record';
import { blankEntry, countEntries, type HistoryRecord, linesNewestFirst, readRecord } from './historyLines';
import { listSegments, segmentName } from './historySegments';

export interface HistoryStoreOptions {
  /** At least so many of the newest entries are kept; older ones go with their segment. */
  readonly maxEntries: number;
  /** A segment of this size is followed by a new one. */
  readonly segmentBytes: number;
}

const defaults: HistoryStoreOptions = { maxEntries: 10_000, segmentBytes: 5 * 1024 * 1024 };

/**
 * Appended segments of JSON lines, one write per record. A crash costs the record in flight and no other, and
 * several processes may append to one folder: no byte of another record is ever moved.
 */
export class JsonLinesHistoryStore implements HistoryStore {
  readonly #directory: string;
  readonly #options: HistoryStoreOptions;

  constructor(directory: string, options: Partial<HistoryStoreOptions> = {}) {
    this.#directory = directory;
    this.#options = { ...defaults, ...options };
  }

  async append(entry: HistoryEntry): Promise<void> {
    await this.#write({ entry });
  }

  async list(limit: number, before?: string): Promise<readonly HistorySummary[]> {
    const found: HistorySummary[] = [];
    let skipping = before !== undefined;
    for await (const entry of this.#entries()) {
      if (!skipping) found.push(summaryOf(entry));
      if (entry.id === before) skipping = false;
      if (found.length >= limit) break;
    }
    return found;
  }

  async get(id: string): Promise<HistoryEntry | undefined> {
    // Most lines are told apart without being parsed.
    for await (const entry of this.#entries((line) => line.includes(id))) {
      if (entry.id === id) return entry;
    }
    return undefined;
  }

  async remove(id: string): Promise<void> {
    // The mark first: it holds even when the entry cannot be overwritten.
    await this.#write({ removed: id });
    for (const { file } of await listSegments(this.#directory)) await blankEntry(file, id);
  }

  async clear(): Promise<void> {
    const segments = await listSegments(this.#directory);
    await Promise.all(segments.map(({ file }) => rm(file, { force: true })));
  }

  /** Newest first, without removed ones, at most as many as are kept. */
  async *#entries(isWanted?: (line: string) => boolean): AsyncGenerator<HistoryEntry> {
    const removed = new Set<string>();
    let count = 0;
    for await (const record of this.#records(isWanted)) {
      if ('removed' in record) removed.add(record.removed);
      else if (!removed.has(record.entry.id)) {
        yield record.entry;
        count += 1;
        if (count >= this.#options.maxEntries) return;
      }
    }
  }

  async *#records(isWanted: (line: string) => boolean = () => true): AsyncGenerator<HistoryRecord> {
    const segments = await listSegments(this.#directory);
    for (const { file } of segments.reverse()) {
      for await (const { text } of linesNewestFirst(file)) {
        const record = isWanted(text) ? readRecord(text) : undefined;
        if (record !== undefined) yield record;
      }
    }
  }

  async #write(record: HistoryRecord): Promise<void> {
    const file = await this.#currentSegment();
    const handle = await open(file, 'a', 0o600);
    try {
      // The line break in front keeps a record whole that follows a torn one.
      await handle.write(Buffer.from(`\n${JSON.stringify(record)}\n`));
    } finally {
      await handle.close();
    }
  }

  /** Looked up for every record: another process may have begun a new segment. */
  async #currentSegment(): Promise<string> {
    const segments = await listSegments(this.#directory);
    const newest = segments.at(-1);
    if (newest !== undefined && newest.size < this.#options.segmentBytes) return newest.file;
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    await chmod(this.#directory, 0o700);
    await this.#dropOldest(segments.map(({ file }) => file));
    return path.join(this.#directory, segmentName((newest?.number ?? 0) + 1));
  }

  async #dropOldest(files: readonly string[]): Promise<void> {
    let kept = 0;
    for (const file of [...files].reverse()) {
      if (kept >= this.#options.maxEntries) await rm(file, { force: true });
      else kept += await countEntries(file);
    }
  }
}
