import type { EntryNotes, HistoryEntry } from '../../core/history/entry';
import { readEntry } from '../../core/history/readEntry';
import { isRecord } from '../../core/json/jsonKinds';
import type { HistoryFile, OpenHistoryFile } from './historyFile';

export interface Line {
  /** As they stand in the file. */
  readonly bytes: Buffer;
  /** Byte of the file at which it begins. */
  readonly start: number;
}

export type LineReading =
  | { readonly kind: 'entry'; readonly entry: HistoryEntry }
  /** The mark of an entry that was removed and may still stand in an older line. */
  | { readonly kind: 'removed'; readonly id: string }
  /** What was written to an entry of an older line, or of an earlier one of the same file. */
  | { readonly kind: 'noted'; readonly id: string; readonly notes: EntryNotes }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' };

const chunkBytes = 64 * 1024;

/** No entry comes near it; what does is not read into memory. */
const longestLine = 256 * 1024 * 1024;

const lineBreak = 0x0a;
const blank = 0x20;
const entryStart = Buffer.from('{"entry":');

const noteStart = Buffer.from('{"noted":');
const markStart = Buffer.from('{"removed":');

/** Stands for what cannot be read at all, and is no record. */
export const unreadableLine: Line = { bytes: Buffer.of(0), start: 0 };

/** The line break in front keeps a record whole that follows a torn one. */
export function lineOf(entry: HistoryEntry): Buffer {
  return Buffer.from(`\n${JSON.stringify({ entry })}\n`);
}

export function noteLineOf(id: string, notes: EntryNotes): Buffer {
  return Buffer.from(`\n${JSON.stringify({ noted: { id, ...notes } })}\n`);
}

/** As far as the shape tells. */
export function isEntryLine(bytes: Buffer): boolean {
  return startsWith(bytes, entryStart);
}

/** As far as the shape tells: a line that says something of an entry in another one. */
export function isMarkLine(bytes: Buffer): boolean {
  return startsWith(bytes, markStart) || startsWith(bytes, noteStart);
}

export function readLine(bytes: Buffer): LineReading {
  const content = parse(bytes);
  if (typeof content !== 'object' || content === null) return { kind: 'damaged' };
  if ('removed' in content && typeof content.removed === 'string') return { kind: 'removed', id: content.removed };
  if ('noted' in content) return readNotes(content.noted);
  const reading = readEntry('entry' in content ? content.entry : undefined);
  return reading.kind === 'read' ? { kind: 'entry', entry: reading.entry } : reading;
}

/** Read from the end in chunks: the newest lines cost nothing of the size of the file. */
export async function* linesNewestFirst(open: OpenHistoryFile, path: string): AsyncGenerator<Line> {
  const file = await open(path, 'read');
  // Cleared or dropped by another process since the folder was read.
  if (file === undefined) return;
  try {
    for await (const line of linesOf(file)) {
      if (!isBlank(line.bytes)) yield line;
    }
  } finally {
    await file.close();
  }
}

/**
 * Overwrites an entry with blanks where it stands, so that removing it leaves nothing of it on the disk, and needs no
 * space. No byte moves: whoever appends at the same time is not disturbed. Gives whether the entry stood there.
 */
export async function blankEntry(open: OpenHistoryFile, path: string, id: string): Promise<boolean> {
  const lines: Line[] = [];
  for await (const line of linesNewestFirst(open, path)) {
    if (isOf(id, line.bytes)) lines.push(line);
  }
  const file = lines.length === 0 ? undefined : await open(path, 'overwrite');
  if (file === undefined) return false;
  try {
    for (const { bytes, start } of lines) await overwrite(file, Buffer.alloc(bytes.length, blank), start);
    await file.flush();
    return true;
  } finally {
    await file.close();
  }
}

function readNotes(content: unknown): LineReading {
  const noted = isRecord(content) ? content : {};
  const { id, pinned, name } = noted;
  if (typeof id !== 'string') return { kind: 'damaged' };
  return {
    kind: 'noted',
    id,
    notes: { ...(typeof pinned === 'boolean' && { pinned }), ...(typeof name === 'string' && { name }) },
  };
}

/** A torn line of the entry is told by its beginning, which is what was written first. */
function isOf(id: string, bytes: Buffer): boolean {
  if (!bytes.includes(id)) return false;
  const reading = readLine(bytes);
  if (reading.kind === 'entry') return reading.entry.id === id;
  if (reading.kind === 'noted') return reading.id === id;
  return (
    reading.kind === 'damaged' && startsWith(bytes, Buffer.from(`{"entry":{"version":1,"id":${JSON.stringify(id)}`))
  );
}

async function overwrite(file: HistoryFile, bytes: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const taken = await file.overwrite(bytes.subarray(done), position + done);
    if (taken === 0) throw new Error('The disk takes no bytes.');
    done += taken;
  }
}

async function* linesOf(file: HistoryFile): AsyncGenerator<Line> {
  let position = await file.size();
  const pending = new PendingLine();
  while (position > 0) {
    const length = Math.min(chunkBytes, position);
    position -= length;
    const chunk = await readChunk(file, position, length);
    let end = chunk.length;
    for (let at = chunk.lastIndexOf(lineBreak); at >= 0; at = at === 0 ? -1 : chunk.lastIndexOf(lineBreak, at - 1)) {
      pending.prepend(chunk.subarray(at + 1, end));
      yield { bytes: pending.take(), start: position + at + 1 };
      end = at;
    }
    pending.prepend(chunk.subarray(0, end));
  }
  yield { bytes: pending.take(), start: 0 };
}

/** A line whose beginning has not been reached yet. */
class PendingLine {
  /** Last chunk first. */
  #chunks: Buffer[] = [];
  #length = 0;

  prepend(chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > longestLine) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  take(): Buffer {
    const bytes = this.#length > longestLine ? unreadableLine.bytes : Buffer.concat(this.#chunks.reverse());
    this.#chunks = [];
    this.#length = 0;
    return bytes;
  }
}

async function readChunk(file: HistoryFile, position: number, length: number): Promise<Buffer> {
  const chunk = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = await file.read(chunk.subarray(done), position + done);
    // Another process shortened the file.
    if (count === 0) break;
    done += count;
  }
  return chunk.subarray(0, done);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // Torn by a crash or a full disk, or damaged: the other lines are whole.
    return undefined;
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === blank);
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
