import { lstat, rm } from 'node:fs/promises';
import { isMissing, type OpenHistoryFile } from './historyFile';
import { listIndexFiles, listSegments, type Segment, segmentOf } from './historySegments';
import { readIndex, readIndexHead, writeIndex } from './indexFile';
import { digestWithout, isUpToDate, readSegment, type SegmentStatus } from './readSegment';
import { mentions, noLines, placesOfEntry, type SegmentIndex, type SegmentLines, without } from './segmentIndex';
import { blankPlaces, fileIncludes, type LinePlace, withFile } from './segmentLines';

/** An index, and what of it is on the disk. */
interface Known {
  readonly index: SegmentIndex;
  readonly stored?: Pick<SegmentIndex, 'changedAt' | 'covered' | 'digest'>;
}

export interface MentioningSegment {
  readonly segment: Segment;
  readonly lines: SegmentLines;
}

/** Kept in memory, of all segments together: some 200 bytes each. */
const mostEntries = 120_000;

/** How many segments are asked at once whether they mention an entry. */
const askedAtOnce = 8;

/** Bytes that a segment may grow before what was found in them is written down. */
const growth = 128 * 1024;

/**
 * Knows what stands where in the segments. Each has an index in a file of its own, which tells what state of the segment
 * it is of: one that is lost, damaged, or of something else costs the time to make it anew, and never an entry.
 */
export class HistoryIndex {
  readonly #directory: string;
  readonly #segmentBytes: number;
  readonly #open: OpenHistoryFile;
  /** By the number of the segment, used last at the end. */
  readonly #known = new Map<number, Known>();
  /** The last look at each segment: one after the other, so that each sees what was there when it was asked for. */
  readonly #looks = new Map<number, Promise<unknown>>();

  constructor(directory: string, segmentBytes: number, open: OpenHistoryFile) {
    this.#directory = directory;
    this.#segmentBytes = segmentBytes;
    this.#open = open;
  }

  /** Newest first. */
  async segments(): Promise<readonly Segment[]> {
    return [...(await listSegments(this.#directory))].reverse();
  }

  /** As the segment is now; throws what the disk says when it cannot be read. */
  linesOf(segment: Segment): Promise<SegmentLines> {
    return this.#inTurn(segment, () => this.#look(segment));
  }

  /** Newest first; what cannot be read is passed over, and told. */
  async *mentioning(id: string, failed: (error: unknown) => void): AsyncGenerator<MentioningSegment> {
    const segments = await this.segments();
    for (let at = 0; at < segments.length; at += askedAtOnce) {
      const some = segments.slice(at, at + askedAtOnce);
      // Where it cannot be told, looking will tell why.
      const answers = await Promise.all(some.map((segment) => this.#mayMention(segment, id).catch(() => true)));
      for (const segment of some.filter((_segment, index) => answers[index])) {
        try {
          const lines = await this.linesOf(segment);
          if (mentions(id, lines)) yield { segment, lines };
        } catch (error: unknown) {
          failed(error);
        }
      }
    }
  }

  /** Where the entry was when its segment was looked at last; undefined where that is not known. */
  knownPlaceOf(id: string): { readonly file: string; readonly place: LinePlace } | undefined {
    const known = [...this.#known];
    if (known.some(([, { index }]) => index.removed.includes(id))) return undefined;
    for (const [number, { index }] of known) {
      const place = index.entries.findLast(({ summary }) => summary.id === id);
      if (place !== undefined) return { file: segmentOf(this.#directory, number).file, place };
    }
    return undefined;
  }

  /** Takes an entry from the segment, and from its index. */
  blank(segment: Segment, id: string): Promise<void> {
    return this.#inTurn(segment, () => this.#blank(segment, id));
  }

  /** Removes the segment, and its index. */
  drop(segment: Segment): Promise<void> {
    return this.#inTurn(segment, async () => {
      this.#known.delete(segment.number);
      await rm(segment.file, { force: true });
      await rm(segment.indexFile, { force: true });
    });
  }

  async clear(): Promise<void> {
    const segments = await listSegments(this.#directory);
    await Promise.all(segments.map((segment) => this.drop(segment)));
    await this.dropOrphans();
  }

  /** Indexes whose segment another process removed. */
  async dropOrphans(): Promise<void> {
    const files = await listIndexFiles(this.#directory);
    const owned = new Set((await listSegments(this.#directory)).map(({ indexFile }) => indexFile));
    for (const file of files) if (!owned.has(file)) await rm(file, { force: true });
  }

  #inTurn<Result>(segment: Segment, work: () => Promise<Result>): Promise<Result> {
    const before = this.#looks.get(segment.number) ?? Promise.resolve();
    const look = before.then(work, work);
    this.#looks.set(segment.number, look);
    const done = (): void => {
      if (this.#looks.get(segment.number) === look) this.#looks.delete(segment.number);
    };
    look.then(done, done);
    return look;
  }

  async #look(segment: Segment): Promise<SegmentLines> {
    const status = await statusOf(segment);
    if (status === undefined) return noLines;
    const known = this.#known.get(segment.number) ?? (await this.#stored(segment));
    if (known !== undefined && isUpToDate(known.index, status)) return this.#remember(segment, known);
    const file = await this.#open(segment.file, 'read');
    const index = await withFile(file, (opened) => readSegment(opened, status, known?.index));
    return index === undefined ? noLines : this.#store(segment, status, { ...known, index });
  }

  async #stored({ indexFile }: Segment): Promise<Known | undefined> {
    const index = await readIndex(this.#open, indexFile);
    return index && { index, stored: index };
  }

  /** Whether it is worth while to look; all of the file is read where there is no index. */
  async #mayMention(segment: Segment, id: string): Promise<boolean> {
    const status = await statusOf(segment);
    if (status === undefined) return false;
    const known = this.#known.get(segment.number)?.index;
    if (known !== undefined) return !isUpToDate(known, status) || mentions(id, known);
    const head = await readIndexHead(this.#open, segment.indexFile);
    if (head !== undefined && isUpToDate(head, status)) return head.mayMention(id);
    const file = await this.#open(segment.file, 'read');
    return (await withFile(file, (opened) => fileIncludes(opened, id))) ?? false;
  }

  async #blank(segment: Segment, id: string): Promise<void> {
    const index = this.#known.get(segment.number)?.index;
    const file = index && (await this.#open(segment.file, 'read'));
    const digest = index && (await withFile(file, (opened) => digestWithout(opened, index, placesOfEntry(id, index))));
    const lines = digest === undefined ? await this.#look(segment) : (index ?? noLines);
    try {
      await blankPlaces(this.#open, segment.file, id, placesOfEntry(id, lines));
    } finally {
      // It may name the entry. Where that cannot be done, it fails to be true of the segment, and is made anew.
      this.#known.delete(segment.number);
      await rm(segment.indexFile, { force: true });
    }
    const status = await statusOf(segment);
    if (index === undefined || digest === undefined || status === undefined) return;
    await this.#store(segment, status, { index: { ...without(id, index), changedAt: undefined, digest } });
  }

  /** In memory, and on the disk where that saves much of the next look. */
  async #store(segment: Segment, status: SegmentStatus, known: Known): Promise<SegmentLines> {
    if (!this.#isWorthWriting(known)) return this.#remember(segment, known);
    const isWritten = await this.#write(segment, status, known.index);
    return this.#remember(segment, isWritten ? { index: known.index, stored: known.index } : known);
  }

  #isWorthWriting({ index, stored }: Known): boolean {
    if (index.covered >= (stored?.covered ?? 0) + growth) return true;
    if (index.size < this.#segmentBytes) return stored !== undefined && index.covered < stored.covered;
    return stored?.digest !== index.digest || stored.changedAt !== index.changedAt;
  }

  async #write(segment: Segment, status: SegmentStatus, index: SegmentIndex): Promise<boolean> {
    try {
      await writeIndex(this.#open, segment.indexFile, index);
      const now = await statusOf(segment);
      // Whatever another process removed meanwhile must not stay here.
      if (now !== undefined && isUpToDate(status, now)) return true;
    } catch {
      // The disk is full, or may not be written.
    }
    await rm(segment.indexFile, { force: true }).catch(() => {});
    return false;
  }

  #remember({ number }: Segment, known: Known): SegmentLines {
    this.#known.delete(number);
    this.#known.set(number, known);
    let count = 0;
    for (const [other, { index }] of [...this.#known].reverse()) {
      count += index.entries.length;
      if (count > mostEntries && other !== number) this.#known.delete(other);
    }
    return known.index;
  }
}

/** Undefined where the segment is gone. */
async function statusOf({ file }: Segment): Promise<SegmentStatus | undefined> {
  try {
    const { size, mtimeMs: changedAt } = await lstat(file);
    return { size, changedAt };
  } catch (error: unknown) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
