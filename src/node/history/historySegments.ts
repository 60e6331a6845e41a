import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from './historyFile';

export interface Segment {
  readonly file: string;
  /** Of its index, whether there is one or not. */
  readonly indexFile: string;
  readonly number: number;
}

export interface CurrentSegment {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly isNew: boolean;
}

const largestNumber = 999_999_999;

/** Of the segment of pinned entries that outlived their own: older than all others, and never the newest one. */
const pinnedNumber = 0;

/** Oldest first; folders, links and pipes are not the history's, whatever their names. */
export async function listSegments(directory: string): Promise<readonly Segment[]> {
  return (await numbersIn(directory)).files.map((number) => segmentOf(directory, number));
}

export function pinnedSegment(directory: string): Segment {
  return segmentOf(directory, pinnedNumber);
}

/** Indexes, whether their segment is still there or not. */
export async function listIndexFiles(directory: string): Promise<readonly string[]> {
  const files = (await entriesIn(directory)).filter((entry) => entry.isFile());
  return files.flatMap(({ name }) => {
    const number = numberOf(name, 'index');
    return number === undefined ? [] : [path.join(directory, name)];
  });
}

/** The newest one, or the one to begin after it when that is full. */
export async function currentSegment(directory: string, segmentBytes: number): Promise<CurrentSegment> {
  const { files, taken } = await numbersIn(directory);
  const newest = files.findLast((number) => number !== pinnedNumber);
  let next = (newest ?? pinnedNumber) + 1;
  while (taken.has(next)) next += 1;
  if (newest !== undefined) {
    const { file } = segmentOf(directory, newest);
    const size = await sizeOf(file);
    if (size !== undefined && (size < segmentBytes || next > largestNumber)) return { file, size, isNew: false };
  }
  return { file: segmentOf(directory, next).file, size: 0, isNew: true };
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

export function segmentOf(directory: string, number: number): Segment {
  const fileOf = (ending: Ending): string => path.join(directory, nameOf(number, ending));
  return { file: fileOf('jsonl'), indexFile: fileOf('index'), number };
}

type Ending = 'jsonl' | 'index';

function nameOf(number: number, ending: Ending): string {
  return `history-${String(number).padStart(6, '0')}.${ending}`;
}

/** Each number has one name only, so that no file is read twice. */
function numberOf(name: string, ending: Ending = 'jsonl'): number | undefined {
  const digits = /^history-(\d{6,9})\./.exec(name)?.[1];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  return nameOf(number, ending) === name ? number : undefined;
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
