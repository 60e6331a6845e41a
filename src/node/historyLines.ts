import { type FileHandle, open } from 'node:fs/promises';
import type { HistoryEntry } from '../core/history/entry';
import { isMissing } from './historySegments';

/** One record: an entry, or the id of an earlier one that was removed. */
export type HistoryRecord = { readonly entry: HistoryEntry } | { readonly removed: string };

export interface Line {
  readonly text: string;
  /** Byte of the file at which it begins. */
  readonly start: number;
}

const chunkBytes = 64 * 1024;
const lineBreak = 0x0a;

/** Undefined for a line that was torn or is of a version this product does not know. */
export function readRecord(line: string): HistoryRecord | undefined {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    // A crash tore this line; the others are whole.
    return undefined;
  }
  if (typeof content !== 'object' || content === null) return undefined;
  const { entry, removed } = content as { entry?: HistoryEntry; removed?: unknown };
  if (typeof removed === 'string') return { removed };
  return entry?.version === 1 ? { entry } : undefined;
}

/** Read from the end in chunks: the newest lines cost nothing of the size of the file. */
export async function* linesNewestFirst(file: string): AsyncGenerator<Line> {
  const handle = await openIfThere(file);
  if (handle === undefined) return;
  try {
    yield* linesOf(handle);
  } finally {
    await handle.close();
  }
}

async function* linesOf(handle: FileHandle): AsyncGenerator<Line> {
  let position = (await handle.stat()).size;
  // Chunks of a line whose beginning has not been reached, first chunk first.
  let pending: Buffer[] = [];
  while (position > 0) {
    const length = Math.min(chunkBytes, position);
    position -= length;
    const chunk = Buffer.alloc(length);
    await handle.read(chunk, 0, length, position);
    let end = length;
    for (let at = chunk.lastIndexOf(lineBreak); at >= 0; at = at === 0 ? -1 : chunk.lastIndexOf(lineBreak, at - 1)) {
      const line = Buffer.concat([chunk.subarray(at + 1, end), ...pending]);
      pending = [];
      end = at;
      if (line.length > 0) yield { text: line.toString('utf8'), start: position + at + 1 };
    }
    pending = [chunk.subarray(0, end), ...pending];
  }
  const first = Buffer.concat(pending);
  if (first.length > 0) yield { text: first.toString('utf8'), start: 0 };
}

/**
 * Overwrites an entry with blanks where it stands, so that removing it leaves nothing of it on the disk. No byte moves:
 * whoever appends at the same time is not disturbed.
 */
export async function blankEntry(file: string, id: string): Promise<void> {
  for await (const { text, start } of linesNewestFirst(file)) {
    const record = text.includes(id) ? readRecord(text) : undefined;
    if (record === undefined || !('entry' in record) || record.entry.id !== id) continue;
    const handle = await open(file, 'r+');
    try {
      await handle.write(Buffer.alloc(Buffer.byteLength(text), ' '), 0, undefined, start);
    } finally {
      await handle.close();
    }
  }
}

/** How many entries a segment holds, as far as the shape of its lines tells. */
export async function countEntries(file: string): Promise<number> {
  let count = 0;
  for await (const { text } of linesNewestFirst(file)) {
    if (text.startsWith('{"entry":')) count += 1;
  }
  return count;
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error: unknown) {
    // Cleared or dropped by another process since the folder was read.
    if (isMissing(error)) return undefined;
    throw error;
  }
}
