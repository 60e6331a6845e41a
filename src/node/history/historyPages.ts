import type { HistoryEntry, HistoryListing, HistoryPage, HistoryQuery, HistorySummary } from '../../core/history/entry';
import { foldCase, matchesQuery } from '../../core/history/historyQuery';
import { searchEntries } from './entrySearch';
import type { OpenHistoryFile } from './historyFile';
import type { HistoryIndex } from './historyIndex';
import { readLine } from './historyLines';
import type { Segment } from './historySegments';
import { NewestFirst } from './newestFirst';
import { type IndexedEntry, noLines, type SegmentLines, type UnreadableLine } from './segmentIndex';
import { type LinePlace, readAt, withFile } from './segmentLines';

/** Where an entry stands, or stood before it was removed. */
interface EntryPlace {
  readonly segment: number;
  readonly start: number;
}

/** Where pages ended, so that the next one begins there whatever became of the entry. */
const mostPlaces = 1_000;

const unreadableSegment: SegmentLines = { ...noLines, unreadable: [{ kind: 'damaged', start: 0, length: 0 }] };

/** Reads entries where the index says that they are. */
export class HistoryPages {
  readonly #index: HistoryIndex;
  readonly #open: OpenHistoryFile;
  readonly #maxEntries: number;
  readonly #places = new Map<string, EntryPlace>();

  constructor(index: HistoryIndex, open: OpenHistoryFile, maxEntries: number) {
    this.#index = index;
    this.#open = open;
    this.#maxEntries = maxEntries;
  }

  async entry(id: string): Promise<HistoryEntry | undefined> {
    const known = this.#index.knownPlaceOf(id);
    const entry = known && (await this.#read(known.file, known.place, id));
    if (entry !== undefined) return entry;
    for await (const { segment, lines } of this.#index.mentioning(id, () => {})) {
      if (lines.removed.includes(id)) return undefined;
      const place = lines.entries.findLast(({ summary }) => summary.id === id);
      const found = place && (await this.#read(segment.file, place, id));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async page(limit: number, { before, query = {}, signal }: HistoryListing): Promise<HistoryPage> {
    const page = new PageBuilder(limit);
    const border = before === undefined ? newestPlace : await this.#placeOf(before);
    if (border === undefined) return page.page();
    const walk = new NewestFirst(this.#maxEntries);
    for (const segment of await this.#index.segments()) {
      signal?.throwIfAborted();
      const lines = await this.#index.linesOf(segment).catch(() => unreadableSegment);
      const isBeyond = walk.isBeyondLimit;
      const end = endIn(segment, border);
      const entries = walk.pass(lines).filter(({ start }) => start < end);
      const first = await this.#add(page, segment, this.#found(segment, entries, query, signal));
      if (!isBeyond) page.count(lines.unreadable, first ?? -1, end);
      if (first !== undefined) break;
    }
    return page.page();
  }

  /** Gives where the last entry of the page stands, once it is full. */
  async #add(page: PageBuilder, segment: Segment, found: AsyncIterable<IndexedEntry>): Promise<number | undefined> {
    for await (const { start, summary } of found) {
      if (!page.add(summary)) continue;
      this.#places.delete(summary.id);
      this.#places.set(summary.id, { segment: segment.number, start });
      for (const oldest of this.#places.keys()) {
        if (this.#places.size <= mostPlaces) break;
        this.#places.delete(oldest);
      }
      return start;
    }
    return undefined;
  }

  async *#found(
    segment: Segment,
    entries: readonly IndexedEntry[],
    query: HistoryQuery,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<IndexedEntry> {
    const matching = entries.filter(({ summary }) => matchesQuery(summary, query));
    const text = foldCase(query.text ?? '');
    if (text === '') yield* matching;
    else yield* searchEntries(this.#open, segment.file, { text, entries: matching, signal });
  }

  async #placeOf(id: string): Promise<EntryPlace | undefined> {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    for await (const { segment, lines } of this.#index.mentioning(id, () => {})) {
      const place = lines.entries.findLast(({ summary }) => summary.id === id);
      if (place !== undefined) return { segment: segment.number, start: place.start };
    }
    return undefined;
  }

  /** Undefined where something else stands there by now. */
  async #read(path: string, { start, length }: LinePlace, id: string): Promise<HistoryEntry | undefined> {
    const file = await this.#open(path, 'read').catch(() => undefined);
    const bytes = await withFile(file, (opened) => readAt(opened, start, length)).catch(() => undefined);
    const reading = bytes && readLine(bytes);
    return reading?.kind === 'entry' && reading.entry.id === id ? reading.entry : undefined;
  }
}

const newestPlace: EntryPlace = { segment: Number.POSITIVE_INFINITY, start: 0 };

/** Entries of the segment that start before it are on the page. */
function endIn({ number }: Segment, { segment, start }: EntryPlace): number {
  if (number === segment) return start;
  return number < segment ? Number.POSITIVE_INFINITY : 0;
}

class PageBuilder {
  readonly #entries: HistorySummary[] = [];
  readonly #unreadable = { damaged: 0, newer: 0 };
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  page(): HistoryPage {
    return { entries: this.#entries, unreadable: this.#unreadable };
  }

  /** Gives whether the page is full now. */
  add(summary: HistorySummary): boolean {
    return this.#entries.push(summary) >= this.#limit;
  }

  /** What was passed over between two places of a segment. */
  count(lines: readonly UnreadableLine[], from: number, end: number): void {
    for (const { kind, start } of lines) if (start > from && start < end) this.#unreadable[kind] += 1;
  }
}
