import { createHash } from 'node:crypto';
import type { HistorySummary } from '../../core/history/entry';
import { isRecord } from '../../core/json/jsonKinds';
import type { HistoryFile, OpenHistoryFile } from './historyFile';
import { type IndexedEntry, idsIn, type SegmentIndex } from './segmentIndex';
import { overwriteAt, readAt, withFile } from './segmentLines';

/**
 * The index of a segment on the disk: a line that says what state of the segment it is of and which entries it mentions,
 * and a line with what stands where; a checksum before each. It is not flushed and not written aside first: what is torn
 * fails its checksum, and is made anew from the segment.
 */
const version = 1;

/** More than the first line has, for a segment of usual size. */
const headBytes = 32 * 1024;

export interface IndexHead extends Pick<SegmentIndex, 'size' | 'changedAt'> {
  /** Never wrong when it says no. */
  mayMention(id: string): boolean;
}

/** Undefined where there is none that is whole, and of this version. */
export async function readIndexHead(open: OpenHistoryFile, path: string): Promise<IndexHead | undefined> {
  const state = await attempt(open, path, async (file) => {
    const start = await readAt(file, 0, headBytes);
    return stateIn(start) ?? (start.length < headBytes ? undefined : stateIn(await readAt(file, 0, await file.size())));
  });
  if (state === undefined) return undefined;
  const ids = Buffer.from(state.ids, 'base64');
  return {
    size: state.size,
    changedAt: state.changedAt ?? undefined,
    mayMention: (id) => hashesIn(ids).includes(hashOf(id)),
  };
}

/** Undefined where there is none that is whole, and of this version. */
export async function readIndex(open: OpenHistoryFile, path: string): Promise<SegmentIndex | undefined> {
  return attempt(open, path, async (file) => {
    const content = await readAt(file, 0, await file.size());
    const state = stateIn(content);
    const body = content.subarray(endOfHead(content) + 1);
    if (state === undefined || checksumOf(body) !== state.checksum) return undefined;
    const lists: unknown = JSON.parse(body.toString('utf8'));
    return isLists(lists) ? indexOf(state, lists) : undefined;
  });
}

export async function writeIndex(open: OpenHistoryFile, path: string, index: SegmentIndex): Promise<void> {
  await withFile(await open(path, 'replace'), (file) => overwriteAt(file, contentOf(index), 0));
}

async function attempt<Result>(
  open: OpenHistoryFile,
  path: string,
  read: (file: HistoryFile) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  try {
    return await withFile(await open(path, 'read'), read);
  } catch {
    // The segment itself has everything.
    return undefined;
  }
}

interface IndexState {
  readonly version: number;
  readonly size: number;
  readonly changedAt: number | null;
  readonly covered: number;
  readonly digest: string;
  /** A hash of four bytes for each id that is mentioned, in Base64. */
  readonly ids: string;
  /** Of the line after it. */
  readonly checksum: string;
}

type IndexLists = Pick<SegmentIndex, 'notes' | 'removed' | 'unreadable'> & {
  /** Each text that stands in many entries, once. */
  readonly words: readonly string[];
  readonly entries: readonly EntryRow[];
};

/** A number in place of a word is its index; -1 stands for what is absent. */
type EntryRow = readonly [
  id: string,
  start: number,
  length: number,
  sentAt: number,
  provider: number,
  operation: number,
  connection: number,
  environment: number,
  failed: 0 | 1,
  status: number,
  durationMs: number,
  run: number,
  workflow: number,
  step: number,
  document: number,
  title: number,
  recipient: number,
];

function contentOf(index: SegmentIndex): Buffer {
  const { size, changedAt = null, covered, digest, notes, removed, unreadable } = index;
  const words = new Words();
  const entries = index.entries.map((entry) => rowOf(entry, words));
  const lists: IndexLists = { words: words.all, entries, notes, removed, unreadable };
  const body = `${JSON.stringify(lists)}\n`;
  const ids = hashes(idsIn(index)).toString('base64');
  const state: IndexState = { version, size, changedAt, covered, digest, ids, checksum: checksumOf(body) };
  const head = JSON.stringify(state);
  return Buffer.from(`${checksumOf(head)}\n${head}\n${body}`);
}

function stateIn(content: Buffer): IndexState | undefined {
  const start = content.indexOf('\n') + 1;
  const head = content.subarray(start, Math.max(start, endOfHead(content)));
  if (content.toString('latin1', 0, Math.max(0, start - 1)) !== checksumOf(head)) return undefined;
  const state: unknown = JSON.parse(head.toString('utf8'));
  return isState(state) ? state : undefined;
}

function endOfHead(content: Buffer): number {
  return content.indexOf('\n', content.indexOf('\n') + 1);
}

function hashes(ids: readonly string[]): Buffer {
  const bytes = Buffer.alloc(4 * ids.length);
  for (const [index, id] of ids.entries()) bytes.writeUInt32LE(hashOf(id), 4 * index);
  return bytes;
}

function hashesIn(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_unused, index) => bytes.readUInt32LE(index * 4));
}

/** FNV-1a. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** What carries our version and its checksum was written above, as it is. */
function isState(content: unknown): content is IndexState {
  return isRecord(content) && content['version'] === version && typeof content['ids'] === 'string';
}

function isLists(content: unknown): content is IndexLists {
  return isRecord(content) && Array.isArray(content['entries']);
}

function indexOf(state: IndexState, { words, entries, notes, removed, unreadable }: IndexLists): SegmentIndex {
  const { size, changedAt, covered, digest } = state;
  return {
    size,
    changedAt: changedAt ?? undefined,
    covered,
    digest,
    entries: entries.map((row) => entryOf(row, words)),
    notes,
    removed,
    unreadable,
  };
}

function rowOf({ start, length, summary }: IndexedEntry, words: Words): EntryRow {
  const { scenario, subject } = summary;
  return [
    summary.id,
    start,
    length,
    summary.sentAt,
    words.numberOf(summary.provider),
    words.numberOf(summary.operation),
    words.numberOf(summary.connection),
    words.numberOf(summary.environment),
    summary.failed ? 1 : 0,
    summary.status ?? -1,
    summary.durationMs ?? -1,
    words.numberOf(scenario?.run),
    words.numberOf(scenario?.workflow),
    words.numberOf(scenario?.step),
    words.numberOf(subject?.document),
    words.numberOf(subject?.title),
    words.numberOf(subject?.recipient),
  ];
}

function entryOf(row: EntryRow, words: readonly string[]): IndexedEntry {
  const [id, start, length, sentAt, provider, operation, connection, environment, failed, status, durationMs] = row;
  const [, , , , , , , , , , , run = -1, workflow = -1, step = -1, document = -1, title = -1, recipient = -1] = row;
  const word = (number: number): string => words[number] ?? '';
  const subject = {
    ...(document >= 0 && { document: word(document) }),
    ...(title >= 0 && { title: word(title) }),
    ...(recipient >= 0 && { recipient: word(recipient) }),
  };
  const summary: HistorySummary = {
    id,
    sentAt,
    provider: word(provider),
    operation: word(operation),
    connection: word(connection),
    environment: word(environment),
    failed: failed === 1,
    ...(run >= 0 && { scenario: { run: word(run), workflow: word(workflow), step: word(step) } }),
    ...(Object.keys(subject).length > 0 && { subject }),
    ...(status >= 0 && { status }),
    ...(durationMs >= 0 && { durationMs }),
  };
  return { start, length, summary };
}

class Words {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(word: string | undefined): number {
    if (word === undefined) return -1;
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.all.length);
    return this.all.push(word) - 1;
  }
}

function checksumOf(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
