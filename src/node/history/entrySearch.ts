import { foldedToAscii, holdsText } from '../../core/history/historyQuery';
import type { HistoryFile, OpenHistoryFile } from './historyFile';
import { readLine } from './historyLines';
import type { IndexedEntry } from './segmentIndex';
import { readAt } from './segmentLines';

/** What is looked for in a segment. */
export interface TextSearch {
  /** Folded already. */
  readonly text: string;
  /** Newest first, with what was written to them. */
  readonly entries: readonly IndexedEntry[];
  readonly signal: AbortSignal | undefined;
}

/** Read at once. */
const groupBytes = 512 * 1024;
const memoryBytes = 2 * groupBytes;

/** Gives those that hold the text as they are found, newest first. */
export async function* searchEntries(
  open: OpenHistoryFile,
  path: string,
  { text, entries, signal }: TextSearch,
): AsyncGenerator<IndexedEntry> {
  const file = entries.length === 0 ? undefined : await open(path, 'read');
  if (file === undefined) return;
  const piece = plainPiece(text);
  try {
    for await (const group of groupsOf(file, entries)) {
      signal?.throwIfAborted();
      yield* entriesWith(group, text, piece);
    }
  } finally {
    await file.close();
  }
}

/** Entries that stand near each other, and the bytes from the first to the last of them. */
interface Group {
  readonly entries: readonly IndexedEntry[];
  readonly bytes: Buffer;
  /** Of the bytes in the file. */
  readonly start: number;
}

/** One is read while the one before it is looked through. */
async function* groupsOf(file: HistoryFile, entries: readonly IndexedEntry[]): AsyncGenerator<Group> {
  let coming: Promise<Group> | undefined;
  // One that is looked through, one that is read.
  let [idle, busy] = [Buffer.allocUnsafe(memoryBytes), Buffer.allocUnsafe(memoryBytes)];
  try {
    for (const group of grouped(entries)) {
      const next = readGroup(file, group, idle);
      [idle, busy] = [busy, idle];
      // Whoever waits for it is told; before that nobody is to be.
      next.catch(() => {});
      if (coming !== undefined) yield await coming;
      coming = next;
    }
    if (coming !== undefined) yield await coming;
  } finally {
    // The file is closed after it.
    await coming?.catch(() => {});
  }
}

function* grouped(entries: readonly IndexedEntry[]): Generator<readonly IndexedEntry[]> {
  let group: IndexedEntry[] = [];
  for (const entry of entries) {
    const [newest = entry] = group;
    if (newest.start + newest.length - entry.start > groupBytes && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(entry);
  }
  yield group;
}

async function readGroup(file: HistoryFile, entries: readonly IndexedEntry[], memory: Buffer): Promise<Group> {
  const start = entries.at(-1)?.start ?? 0;
  const end = (entries[0]?.start ?? 0) + (entries[0]?.length ?? 0);
  return { entries, start, bytes: await readAt(file, start, end - start, memory) };
}

function* entriesWith(group: Group, text: string, piece: RegExp | undefined): Generator<IndexedEntry> {
  for (const entry of group.entries) {
    // Most are told apart by their bytes, without being read.
    const mayHold = piece === undefined || entry.summary.name !== undefined || piece.test(charactersOf(group, entry));
    if (mayHold && isHolding(group, entry, text)) yield entry;
  }
}

/** One for each byte; of a few kilobytes each, which costs less than one of all. */
function charactersOf({ bytes, start }: Group, entry: IndexedEntry): string {
  const from = entry.start - start;
  return bytes.toString('latin1', from, from + entry.length);
}

function isHolding({ bytes, start }: Group, { start: from, length, summary }: IndexedEntry, text: string): boolean {
  const reading = readLine(bytes.subarray(from - start, from - start + length));
  if (reading.kind !== 'entry' || reading.entry.id !== summary.id) return false;
  return holdsText(reading.entry, summary, text);
}

/** Signs that nobody has to escape, and some do. */
const escapedPlain = String.raw`\\u(?:00[2-7]|${escapedLetters().join('|')})`;

/**
 * The longest part of the text that stands in a line as it is, or that a line may hold which escapes what it need not.
 * Undefined where there is none: then every entry is read.
 */
function plainPiece(text: string): RegExp | undefined {
  const pieces = text.match(/[a-z0-9 _.,:;@()-]+/g) ?? [];
  const [longest] = [...pieces].sort((one, other) => other.length - one.length);
  return longest === undefined ? undefined : new RegExp(`${[...longest].map(inBytes).join('')}|${escapedPlain}`, 'i');
}

/** One sign of a folded text, as its bytes may stand in a line. */
function inBytes(sign: string): string {
  const forms = foldedToAscii[sign];
  if (forms === undefined) return sign.replace(/[.()]/, '\\$&');
  const { instead, behind } = forms;
  const alone = behind === undefined ? sign : `${sign}(?:${bytesOf(behind)})?`;
  return `(?:${[alone, ...instead.map(bytesOf)].join('|')})`;
}

function bytesOf(letter: string): string {
  return [...Buffer.from(letter)].map((byte) => `\\x${byte.toString(16)}`).join('');
}

function escapedLetters(): readonly string[] {
  const letters = Object.values(foldedToAscii).flatMap(({ instead, behind = '' }) => [...instead, ...behind]);
  return letters.map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0'));
}
