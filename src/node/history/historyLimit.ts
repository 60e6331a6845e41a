import { lstat, rm } from 'node:fs/promises';
import type { OpenHistoryFile } from './historyFile';
import { listSegments } from './historySegments';

interface Count {
  readonly size: number;
  readonly changedAt: number;
  readonly entries: number;
}

const chunkBytes = 1024 * 1024;
const entryStart = Buffer.from('\n{"entry":');

/** Drops the oldest segments. Nobody waits for it, and what was counted once is counted again only when it changed. */
export class HistoryLimit {
  readonly #directory: string;
  readonly #maxEntries: number;
  readonly #open: OpenHistoryFile;
  readonly #counts = new Map<string, Count>();

  constructor(directory: string, maxEntries: number, open: OpenHistoryFile) {
    this.#directory = directory;
    this.#maxEntries = maxEntries;
    this.#open = open;
  }

  /** At least as many entries stay as are to be kept, not counting the segment that was begun. Never throws. */
  async dropOldest(): Promise<void> {
    try {
      await this.#dropOldest();
    } catch {
      // What cannot be counted or dropped stays until the next segment begins.
    }
  }

  async #dropOldest(): Promise<void> {
    const [, ...closed] = [...(await listSegments(this.#directory))].reverse();
    let kept = 0;
    for (const { file } of closed) {
      if (kept < this.#maxEntries) kept += await this.#count(file);
      else await this.#drop(file);
    }
  }

  async #count(file: string): Promise<number> {
    const { size, mtimeMs: changedAt } = await lstat(file);
    const known = this.#counts.get(file);
    if (known?.size === size && known.changedAt === changedAt) return known.entries;
    const entries = await countEntries(this.#open, file);
    this.#counts.set(file, { size, changedAt, entries });
    return entries;
  }

  async #drop(file: string): Promise<void> {
    this.#counts.delete(file);
    await rm(file, { force: true });
  }
}

/** As far as the shape of the lines tells. */
async function countEntries(open: OpenHistoryFile, path: string): Promise<number> {
  const file = await open(path, 'read');
  if (file === undefined) return 0;
  try {
    let count = 0;
    const chunk = Buffer.alloc(chunkBytes);
    let position = 0;
    for (;;) {
      const length = await file.read(chunk, position);
      count += occurrences(chunk.subarray(0, length));
      // The beginning of an entry may stand across the border of two chunks.
      const step = length - entryStart.length + 1;
      if (length < entryStart.length || step <= 0) return count;
      position += step;
    }
  } finally {
    await file.close();
  }
}

function occurrences(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(entryStart); at >= 0; at = bytes.indexOf(entryStart, at + 1)) count += 1;
  return count;
}
