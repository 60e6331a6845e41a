import { type EntryNotes, type HistoryEntry, scenarioEnds } from '../../core/history/entry';
import { readEntry } from '../../core/history/readEntry';
import { isRecord } from '../../core/json/jsonKinds';

export type LineReading =
  | { readonly kind: 'entry'; readonly entry: HistoryEntry }
  /** The mark of an entry that was removed and may still stand in an older line. */
  | { readonly kind: 'removed'; readonly id: string }
  /** What was written to an entry of an older line, or of an earlier one of the same file. */
  | { readonly kind: 'noted'; readonly id: string; readonly notes: EntryNotes }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' };

const blank = 0x20;
const idStart = '{"entry":{"version":1,"id":';

/** The line break in front keeps a record whole that follows a torn one. */
export function lineOf(entry: HistoryEntry): Buffer {
  return Buffer.from(`\n${JSON.stringify({ entry })}\n`);
}

export function noteLineOf(id: string, notes: EntryNotes): Buffer {
  return Buffer.from(`\n${JSON.stringify({ noted: { id, ...notes } })}\n`);
}

export function readLine(bytes: Buffer): LineReading {
  const content = parse(bytes);
  if (typeof content !== 'object' || content === null) return { kind: 'damaged' };
  if ('removed' in content && typeof content.removed === 'string') return { kind: 'removed', id: content.removed };
  if ('noted' in content) return readNotes(content.noted);
  const reading = readEntry('entry' in content ? content.entry : undefined);
  return reading.kind === 'read' ? { kind: 'entry', entry: reading.entry } : reading;
}

export function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === blank);
}

/** Nothing of a line, in as many bytes. */
export function blanks(length: number): Buffer {
  return Buffer.alloc(length, blank);
}

/** Whether the entry stands in the line, or a part of it, or what was written to it. */
export function isLineOf(id: string, bytes: Buffer): boolean {
  if (!bytes.includes(id)) return false;
  const reading = readLine(bytes);
  if (reading.kind === 'entry') return reading.entry.id === id;
  if (reading.kind === 'noted') return reading.id === id;
  return reading.kind === 'damaged' && idOfTorn(bytes) === id;
}

/** A torn line is told by its beginning, which is what was written first. */
export function idOfTorn(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, idStart.length + longestId).toString('utf8');
  return start.startsWith(idStart) ? /^"([^"]+)"/.exec(start.slice(idStart.length))?.[1] : undefined;
}

const longestId = 256;

function readNotes(content: unknown): LineReading {
  const { id, pinned, name, scenarioEnd } = isRecord(content) ? content : {};
  if (typeof id !== 'string') return { kind: 'damaged' };
  const end = scenarioEnds.find((one) => one === scenarioEnd);
  const notes = {
    ...(typeof pinned === 'boolean' && { pinned }),
    ...(typeof name === 'string' && { name }),
    ...(end && { scenarioEnd: end }),
  };
  return { kind: 'noted', id, notes };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // Torn by a crash or a full disk, or damaged: the other lines are whole.
    return undefined;
  }
}
