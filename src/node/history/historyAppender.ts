import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { EntryNotes, HistoryEntry } from '../../core/history/entry';
import { flushFolder, type HistoryFile, type OpenHistoryFile } from './historyFile';
import type { HistoryLimit } from './historyLimit';
import { lineOf, noteLineOf } from './historyLines';
import { type CurrentSegment, currentSegment } from './historySegments';
import { appendWhole, blankEntry } from './segmentLines';

interface Waiting {
  /** Id of the entry that goes when it cannot be kept whole; a note is harmless. */
  readonly withdrawn: string | undefined;
  readonly bytes: Buffer;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface AppenderParts {
  readonly directory: string;
  readonly segmentBytes: number;
  readonly open: OpenHistoryFile;
  readonly limit: HistoryLimit;
}

/** Writes one entry after the other. Those that come while the disk is busy share one flush. */
export class HistoryAppender {
  readonly #parts: AppenderParts;
  readonly #waiting: Waiting[] = [];
  #isWriting = false;
  /** Whose name has reached the disk. */
  #flushedFile: string | undefined;

  constructor(parts: AppenderParts) {
    this.#parts = parts;
  }

  append(entry: HistoryEntry): Promise<void> {
    return this.#append(entry.id, lineOf(entry));
  }

  annotate(id: string, notes: EntryNotes): Promise<void> {
    return this.#append(undefined, noteLineOf(id, notes));
  }

  async #append(withdrawn: string | undefined, bytes: Buffer): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ withdrawn, bytes, resolve, reject });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) await this.#writeSome();
    this.#isWriting = false;
  }

  /** Never throws: whoever waits is told. */
  async #writeSome(): Promise<void> {
    const { directory, segmentBytes, limit } = this.#parts;
    try {
      const segment = await currentSegment(directory, segmentBytes);
      if (segment.isNew) await mkdir(directory, { recursive: true, mode: 0o700 });
      await this.#writeTo(segment);
      if (segment.isNew) limit.dropOldest();
    } catch (error: unknown) {
      // There is no file to write to.
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    }
  }

  async #writeTo(segment: CurrentSegment): Promise<void> {
    const file = await this.#parts.open(segment.file, 'append');
    if (file === undefined) throw new Error(`${segment.file} is no file.`);
    try {
      await this.#flush(file, segment, await this.#writeWaiting(file, segment));
    } finally {
      // All that matters was flushed, or is refused already.
      await file.close().catch(() => {});
    }
  }

  /** Up to the size of a segment. Gives those that were written whole. */
  async #writeWaiting(file: HistoryFile, segment: CurrentSegment): Promise<readonly Waiting[]> {
    const written: Waiting[] = [];
    let { size } = segment;
    do {
      const one = this.#waiting.shift();
      if (one === undefined) break;
      try {
        await appendWhole(file, one.bytes);
        written.push(one);
        size += one.bytes.length;
      } catch (error: unknown) {
        await this.#withdraw(segment, one, error);
      }
    } while (size < this.#parts.segmentBytes);
    return written;
  }

  async #flush(file: HistoryFile, segment: CurrentSegment, written: readonly Waiting[]): Promise<void> {
    if (written.length === 0) return;
    try {
      await file.flush();
      if (segment.isNew || this.#flushedFile !== segment.file) await this.#flushName(segment);
      for (const { resolve } of written) resolve();
    } catch (error: unknown) {
      for (const one of written) await this.#withdraw(segment, one, error);
    }
  }

  async #flushName({ file }: CurrentSegment): Promise<void> {
    const { directory } = this.#parts;
    await flushFolder(directory);
    await flushFolder(path.dirname(directory));
    this.#flushedFile = file;
  }

  /** What is said not to be kept shall not be found, as far as the disk lets it be blanked. */
  async #withdraw({ file }: CurrentSegment, { withdrawn, reject }: Waiting, error: unknown): Promise<void> {
    try {
      if (withdrawn !== undefined) await blankEntry(this.#parts.open, file, withdrawn);
    } catch {
      // A torn line is passed over by whoever reads.
    }
    reject(error);
  }
}
