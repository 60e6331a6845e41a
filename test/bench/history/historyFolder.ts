import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lineOf } from '../../../src/node/history/historyLines';
import { sampleEntry } from '../../unit/node/sampleEntry';

export const segmentBytes = 5 * 1024 * 1024;

/** Of an entry with a reply of 2 kB. */
export const lineBytes = lineOf(benchEntry('run-0', 0)).length;

export function benchEntry(id: string, index: number) {
  const words = Array.from({ length: 50 }, () => randomUUID()).join(' ');
  const body = JSON.stringify({ name: `Lease ${index}`, words });
  return {
    ...sampleEntry(id, body),
    sentAt: 1_700_000_000_000 + index,
    provider: `provider-${index % 5}`,
    subject: { document: `document-${index % 1000}`, title: `Lease ${index % 1000}` },
  };
}

/** A history as it is when it was written by a version without indexes. */
export async function fillFolder(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  let lines: Buffer[] = [];
  let size = 0;
  let number = 1;
  for (let index = 0; index < count; index += 1) {
    const line = lineOf(benchEntry(`run-${index}`, index));
    lines.push(line);
    size += line.length;
    if (size < segmentBytes && index < count - 1) continue;
    await writeFile(path.join(folder, `history-${String(number).padStart(6, '0')}.jsonl`), Buffer.concat(lines));
    number += 1;
    [lines, size] = [[], 0];
  }
  await age(folder);
}

export async function dropIndexes(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.endsWith('.index')) await rm(path.join(folder, name));
}

/** As if it had been written yesterday. */
async function age(folder: string): Promise<void> {
  const yesterday = Date.now() / 1000 - 86_400;
  for (const name of await readdir(folder)) await utimes(path.join(folder, name), yesterday, yesterday);
}
