import { flushFolder, type OpenHistoryFile } from './historyFile';
import type { HistoryIndex } from './historyIndex';
import { noteLineOf } from './historyLines';
import { pinnedSegment, type Segment } from './historySegments';
import { NewestFirst } from './newestFirst';
import type { IndexedEntry, SegmentLines } from './segmentIndex';
import { appendWhole, type LinePlace, readAt, withFile } from './segmentLines';

export interface LimitParts {
  readonly directory: string;
  readonly maxEntries: number;
  readonly index: HistoryIndex;
  readonly open: OpenHistoryFile;
}

const lineBreak = Buffer.from('\n');

/**
 * Drops the oldest segments, while nobody waits for it. What is pinned in them is copied to a segment of its own first: a
 * crash in between leaves it twice, which is once for whoever reads.
 */
export class HistoryLimit {
  readonly #parts: LimitParts;
  #running: Promise<void> | undefined;
  #isAskedAgain = false;

  constructor(parts: LimitParts) {
    this.#parts = parts;
  }

  /** At least as many entries stay as are to be kept, not counting the segment that was begun. */
  dropOldest(): void {
    this.#isAskedAgain = true;
    this.#running ??= this.#run();
  }

  /** When nothing is being dropped any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      try {
        await this.#dropOldest();
      } catch {
        // What cannot be counted or dropped stays until the next segment begins.
      }
    }
    this.#running = undefined;
  }

  async #dropOldest(): Promise<void> {
    const { index, maxEntries, directory } = this.#parts;
    await index.dropOrphans();
    const walk = new NewestFirst(Number.POSITIVE_INFINITY);
    const [current, ...closed] = await index.segments();
    if (current !== undefined) walk.pass(await index.linesOf(current));
    const oldest = pinnedSegment(directory);
    let kept = 0;
    for (const segment of closed) {
      const lines = await index.linesOf(segment);
      const entries = walk.pass(lines);
      if (kept < maxEntries) kept += entries.length;
      else if (segment.number === oldest.number) await this.#dropUnpinned(segment, entries);
      else await this.#drop(segment, lines, entries, walk);
    }
  }

  async #dropUnpinned(segment: Segment, entries: readonly IndexedEntry[]): Promise<void> {
    for (const { summary } of entries) {
      if (summary.pinned !== true) await this.#parts.index.blank(segment, summary.id);
    }
  }

  async #drop(
    segment: Segment,
    lines: SegmentLines,
    entries: readonly IndexedEntry[],
    walk: NewestFirst,
  ): Promise<void> {
    const { index, directory } = this.#parts;
    const oldest = await index.linesOf(pinnedSegment(directory));
    const kept = new Set(oldest.entries.map(({ summary }) => summary.id));
    const pinned = entries.filter(({ summary }) => summary.pinned === true && !kept.has(summary.id));
    // What is written here to an entry that is kept already would go, too.
    const noted = [
      ...pinned.map(({ summary }) => summary.id),
      ...lines.notes.map(({ id }) => id).filter((id) => kept.has(id)),
    ];
    if (noted.length > 0) {
      await this.#keep([
        ...(await this.#linesAt(segment, [...pinned].reverse())),
        ...[...new Set(noted)].map((id) => noteLineOf(id, walk.notesOf(id))),
      ]);
    }
    await index.drop(segment);
  }

  async #linesAt({ file }: Segment, places: readonly LinePlace[]): Promise<readonly Buffer[]> {
    const { open } = this.#parts;
    const lines = await withFile(await open(file, 'read'), async (opened) => {
      const read: Buffer[] = [];
      for (const { start, length } of places) {
        read.push(Buffer.concat([lineBreak, await readAt(opened, start, length), lineBreak]));
      }
      return read;
    });
    return lines ?? [];
  }

  async #keep(lines: readonly Buffer[]): Promise<void> {
    const { directory, open } = this.#parts;
    const { file } = pinnedSegment(directory);
    const opened = await open(file, 'append');
    if (opened === undefined) throw new Error(`${file} is no file.`);
    await withFile(opened, async (segment) => {
      await appendWhole(segment, Buffer.concat(lines));
      await segment.flush();
    });
    await flushFolder(directory);
  }
}
