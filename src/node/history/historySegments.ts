import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from './historyFile';

export interface Segment {
  readonly file: string;
  readonly number: number;
}

export interface CurrentSegment {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly isNew: boolean;
}

const largestNumber = 999_999_999;

/** Oldest first; folders, links and pipes are not the history's, whatever their names. */
export async function listSegments(directory: string): Promise<readonly Segment[]> {
  return (await numbersIn(directory)).files.map((number) => ({ file: segmentFile(directory, number), number }));
}

/** The newest one, or the one to begin after it when that is full. */
export async function currentSegment(directory: string, segmentBytes: number): Promise<CurrentSegment> {
  const { files, taken } = await numbersIn(directory);
  const newest = files.at(-1);
  let next = (newest ?? 0) + 1;
  while (taken.has(next)) next += 1;
  if (newest !== undefined) {
    const file = segmentFile(directory, newest);
    const size = await sizeOf(file);
    if (size !== undefined && (size < segmentBytes || next > largestNumber)) return { file, size, isNew: false };
  }
  return { file: segmentFile(directory, next), size: 0, isNew: true };
}

interface Numbers {
  /** Ascending. */
  readonly files: readonly number[];
  /** By something that is no file. */
  readonly taken: ReadonlySet<number>;
}

async function numbersIn(directory: string): Promise<Numbers> {
  const files: number[] = [];
  const taken = new Set<number>();
  for (const entry of await entriesIn(directory)) {
    const number = numberOf(entry.name);
    if (number === undefined) continue;
    if (entry.isFile()) files.push(number);
    else taken.add(number);
  }
  return { files: files.sort((one, other) => one - other), taken };
}

function segmentFile(directory: string, number: number): string {
  return path.join(directory, segmentName(number));
}

function segmentName(number: number): string {
  return `history-${String(number).padStart(6, '0')}.jsonl`;
}

/** Each number has one name only, so that no file is read twice. */
function numberOf(name: string): number | undefined {
  const number = Number(/^history-(\d{6,9})\.jsonl$/.exec(name)?.[1]);
  return segmentName(number) === name && number > 0 ? number : undefined;
}

async function entriesIn(directory: string) {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error: unknown) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await lstat(file)).size;
  } catch (error: unknown) {
    // There is none yet, or another process cleared the history in between.
    if (isMissing(error)) return undefined;
    throw error;
  }
}
