import { type FileHandle, open } from 'node:fs/promises';
import type { HistoryEntry } from '../core/history/entry';
import { isMissing } from './historySegments';

/** One line: an entry, or the id of an earlier one that was removed. */
export type HistoryRecord = { readonly entry: HistoryEntry } | { readonly removed: string };

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
export async function* linesNewestFirst(file: string): AsyncGenerator<string> {
  const handle = await openIfThere(file);
  if (handle === undefined) return;
  try {
    yield* linesOf(handle);
  } finally {
    await handle.close();
  }
}

async function* linesOf(handle: FileHandle): AsyncGenerator<string> {
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
      if (line.length > 0) yield line.toString('utf8');
    }
    pending = [chunk.subarray(0, end), ...pending];
  }
  const first = Buffer.concat(pending);
  if (first.length > 0) yield first.toString('utf8');
}

/** How many entries a segment holds, as far as the shape of its lines tells. */
export async function countEntries(file: string): Promise<number> {
  let count = 0;
  for await (const line of linesNewestFirst(file)) {
    if (line.startsWith('{"entry":')) count += 1;
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
