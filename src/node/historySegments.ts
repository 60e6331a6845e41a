import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface Segment {
  readonly file: string;
  readonly number: number;
  /** Bytes. */
  readonly size: number;
}

/** Oldest first. Only the newest one's size matters to callers, so only that one is asked for. */
export async function listSegments(directory: string): Promise<Segment[]> {
  const numbers = (await namesIn(directory)).flatMap(numberOf).sort((one, other) => one - other);
  const newest = numbers.at(-1);
  return Promise.all(
    numbers.map(async (number) => {
      const file = path.join(directory, segmentName(number));
      return { file, number, size: number === newest ? await sizeOf(file) : 0 };
    }),
  );
}

export function segmentName(number: number): string {
  return `history-${String(number).padStart(6, '0')}.jsonl`;
}

function numberOf(name: string): number[] {
  const digits = /^history-(\d{6,})\.jsonl$/.exec(name)?.[1];
  return digits === undefined ? [] : [Number(digits)];
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error: unknown) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error: unknown) {
    // Another process cleared the history in between.
    if (isMissing(error)) return 0;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
