import type { HistoryFile, OpenHistoryFile } from './historyFile';
import { blanks, isLineOf } from './historyLines';

/** Where a line stands in its file, in bytes, without its line break. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

export interface Line extends LinePlace {
  /** As they stand in the file; a byte that is no text where the line is too long to be read. */
  readonly bytes: Buffer;
  /** Whether a line break follows: what has none may still be written. */
  readonly isEnded: boolean;
}

/** Small enough for the checks of its entries to be done between two turns of the event loop. */
const chunkBytes = 128 * 1024;

/** No entry comes near it; what does is not read into memory. */
const longestLine = 256 * 1024 * 1024;

/** How often a line that the disk took in part is written again. */
const mostAttempts = 3;

const lineBreak = 0x0a;
const unreadable = Buffer.of(0);

/** Every line between two places of a file, blank ones too. */
export async function* linesBetween(file: HistoryFile, from: number, end: number): AsyncGenerator<Line> {
  let pending = new PendingLine(from);
  for await (const { bytes } of chunksBetween(file, from, end)) {
    let begin = 0;
    for (let at = bytes.indexOf(lineBreak); at >= 0; at = bytes.indexOf(lineBreak, begin)) {
      pending.add(bytes.subarray(begin, at));
      yield pending.take(true);
      pending = new PendingLine(pending.end + 1);
      begin = at + 1;
    }
    pending.add(bytes.subarray(begin));
  }
  if (pending.end > pending.start) yield pending.take(false);
}

export async function* chunksBetween(file: HistoryFile, from: number, end: number): AsyncGenerator<{ bytes: Buffer }> {
  for (let position = from; position < end; ) {
    const bytes = await readAt(file, position, Math.min(chunkBytes, end - position));
    // Another process shortened the file.
    if (bytes.length === 0) return;
    yield { bytes };
    position += bytes.length;
  }
}

/** As much as the file has of it, in the memory that is given where there is enough. */
export async function readAt(file: HistoryFile, position: number, length: number, memory?: Buffer): Promise<Buffer> {
  const bytes =
    memory !== undefined && memory.length >= length ? memory.subarray(0, length) : Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const count = await file.read(bytes.subarray(done), position + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

/** Whether the text stands anywhere in the file. */
export async function fileIncludes(file: HistoryFile, text: string): Promise<boolean> {
  const overlap = Buffer.byteLength(text) - 1;
  let last: Buffer = Buffer.alloc(0);
  for await (const { bytes } of chunksBetween(file, 0, await file.size())) {
    // It may stand across the border of two chunks.
    const border = Buffer.concat([last, bytes.subarray(0, overlap)]);
    if (bytes.includes(text) || border.includes(text)) return true;
    last = bytes.subarray(Math.max(0, bytes.length - overlap));
  }
  return false;
}

export async function overwriteAt(file: HistoryFile, bytes: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const taken = await file.overwrite(bytes.subarray(done), position + done);
    if (taken === 0) throw new Error('The disk takes no bytes.');
    done += taken;
  }
}

/**
 * One write that the disk takes whole: what another process appends between two parts would tear the line. A line
 * that was taken in part is begun anew; the torn one is passed over by whoever reads.
 */
export async function appendWhole(file: HistoryFile, bytes: Buffer): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    if ((await file.append(bytes)) === bytes.length) return;
  }
  throw new Error('The disk takes a part of the entry only.');
}

/** Closes the file after the work; undefined where there is none. */
export async function withFile<Result>(
  file: HistoryFile | undefined,
  work: (file: HistoryFile) => Promise<Result>,
): Promise<Result | undefined> {
  if (file === undefined) return undefined;
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/**
 * Overwrites an entry with blanks where it stands, and what was written to it, so that removing it leaves nothing of it
 * on the disk, and needs no space. No byte moves: whoever appends at the same time is not disturbed.
 */
export async function blankEntry(open: OpenHistoryFile, path: string, id: string): Promise<void> {
  await withFile(await open(path, 'overwrite'), async (file) => {
    for await (const { bytes, start } of linesBetween(file, 0, await file.size())) {
      if (isLineOf(id, bytes)) await overwriteAt(file, blanks(bytes.length), start);
    }
    await file.flush();
  });
}

/** The same, of lines whose places are known; what stands there now is looked at first. */
export async function blankPlaces(
  open: OpenHistoryFile,
  path: string,
  id: string,
  places: readonly LinePlace[],
): Promise<void> {
  await withFile(await open(path, 'overwrite'), async (file) => {
    for (const { start, length } of places) {
      if (isLineOf(id, await readAt(file, start, length))) await overwriteAt(file, blanks(length), start);
    }
    await file.flush();
  });
}

/** A line whose end has not been reached yet. */
class PendingLine {
  readonly start: number;
  #chunks: Buffer[] = [];
  #length = 0;

  constructor(start: number) {
    this.start = start;
  }

  get end(): number {
    return this.start + this.#length;
  }

  add(chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > longestLine) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  take(isEnded: boolean): Line {
    const { start } = this;
    const [first = unreadable, ...more] = this.#chunks;
    const isReadable = this.#length <= longestLine;
    const bytes = isReadable ? (more.length === 0 ? first : Buffer.concat(this.#chunks)) : unreadable;
    return { start, length: this.#length, bytes, isEnded };
  }
}
