import { createHash } from 'node:crypto';
import type { HistoryFile } from './historyFile';
import { blanks } from './historyLines';
import { noLines, type SegmentIndex, SegmentLinesBuilder } from './segmentIndex';
import { chunksBetween, type LinePlace, linesBetween } from './segmentLines';

/** What the file system says of a segment. */
export interface SegmentStatus {
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

const lineBreak = Buffer.from('\n');

/** Within one tick of a file system's clock two changes look like one; the coarsest tick that is in use. */
const clockTick = 2_000;

export function isUpToDate(index: Pick<SegmentIndex, 'size' | 'changedAt'>, status: SegmentStatus): boolean {
  return index.size === status.size && index.changedAt === status.changedAt;
}

/** Reads what is new since an earlier look at the file, and all of it where something of the known part was changed. */
export async function readSegment(
  file: HistoryFile,
  status: SegmentStatus,
  known: SegmentIndex | undefined,
): Promise<SegmentIndex> {
  const digest = createHash('sha256');
  const kept = known !== undefined && (await isUnchanged(file, status, known, digest)) ? known : undefined;
  const hash = kept === undefined ? createHash('sha256') : digest;
  let covered = kept?.covered ?? 0;
  const builder = new SegmentLinesBuilder(kept ?? noLines, covered);
  for await (const line of linesBetween(file, covered, status.size)) {
    builder.add(line);
    if (!line.isEnded) break;
    hash.update(line.bytes).update(lineBreak);
    covered = line.start + line.length + 1;
  }
  return { ...builder.lines(), size: status.size, changedAt: settledTime(status), covered, digest: hash.digest('hex') };
}

/** What the digest will be when the places are blank; undefined where the file is not what the index is of. */
export async function digestWithout(
  file: HistoryFile,
  index: SegmentIndex,
  places: readonly LinePlace[],
): Promise<string | undefined> {
  const before = createHash('sha256');
  const after = createHash('sha256');
  let position = 0;
  for await (const { bytes } of chunksBetween(file, 0, index.covered)) {
    before.update(bytes);
    for (const { start, length } of places) {
      const [from, to] = [start - position, start + length - position];
      if (to > 0 && from < bytes.length)
        bytes.set(blanks(Math.min(to, bytes.length) - Math.max(from, 0)), Math.max(from, 0));
    }
    after.update(bytes);
    position += bytes.length;
  }
  return before.digest('hex') === index.digest ? after.digest('hex') : undefined;
}

function settledTime({ changedAt }: SegmentStatus): number | undefined {
  return Date.now() - changedAt > clockTick ? changedAt : undefined;
}

async function isUnchanged(
  file: HistoryFile,
  status: SegmentStatus,
  known: SegmentIndex,
  hash: ReturnType<typeof createHash>,
): Promise<boolean> {
  if (status.size < known.covered) return false;
  for await (const { bytes } of chunksBetween(file, 0, known.covered)) hash.update(bytes);
  return hash.copy().digest('hex') === known.digest;
}
