import { createHash } from 'node:crypto';
import type { HistorySummary } from '../../core/history/entry';
import { isRecord } from '../../core/json/jsonKinds';
import type { OpenHistoryFile } from './historyFile';
import type { IndexedEntry, SegmentIndex } from './segmentIndex';
import { overwriteAt, readAt, withFile } from './segmentLines';

/**
 * The index of a segment on the disk: a line with a checksum, a line that says what state of the segment it is of, and a
 * line with what stands where. It is not flushed and not written aside first: what is torn fails its checksum, and is made
 * anew from the segment.
 */
const version = 1;

/** What a file holds that is whole. */
export interface StoredIndex extends Pick<SegmentIndex, 'size' | 'changedAt'> {
  /** Whether the id stands anywhere in it, before anything is parsed. */
  mayMention(id: string): boolean;
  /** Undefined where another version wrote it. */
  parse(): SegmentIndex | undefined;
}

/** Undefined where there is none that is whole. */
export async function readIndex(open: OpenHistoryFile, path: string): Promise<StoredIndex | undefined> {
  try {
    const content = await withFile(await open(path, 'read'), async (file) => readAt(file, 0, await file.size()));
    return content && storedIndex(content);
  } catch {
    // The segment itself has everything.
    return undefined;
  }
}

export async function writeIndex(open: OpenHistoryFile, path: string, index: SegmentIndex): Promise<void> {
  await withFile(await open(path, 'replace'), (file) => overwriteAt(file, contentOf(index), 0));
}

interface IndexState {
  readonly version: number;
  readonly size: number;
  readonly changedAt: number | null;
  readonly covered: number;
  readonly digest: string;
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
  const state: IndexState = { version, size, changedAt, covered, digest };
  const lists: IndexLists = { words: words.all, entries, notes, removed, unreadable };
  const body = `${JSON.stringify(state)}\n${JSON.stringify(lists)}\n`;
  return Buffer.from(`${checksumOf(body)}\n${body}`);
}

function storedIndex(content: Buffer): StoredIndex | undefined {
  const bodyStart = content.indexOf('\n') + 1;
  const body = content.subarray(bodyStart);
  if (bodyStart === 0 || content.toString('latin1', 0, bodyStart - 1) !== checksumOf(body)) return undefined;
  const listsStart = body.indexOf('\n') + 1;
  const state: unknown = JSON.parse(body.toString('utf8', 0, listsStart));
  if (!isState(state)) return undefined;
  return {
    size: state.size,
    changedAt: state.changedAt ?? undefined,
    mayMention: (id) => body.includes(id, listsStart),
    parse: () => {
      const lists: unknown = JSON.parse(body.toString('utf8', listsStart));
      return isLists(lists) ? indexOf(state, lists) : undefined;
    },
  };
}

/** What carries our version and its checksum was written below, as it is. */
function isState(content: unknown): content is IndexState {
  return isRecord(content) && content['version'] === version;
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
