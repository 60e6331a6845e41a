import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { JsonLinesHistoryStore } from '../../src/node/history/historyStore';
import { sampleEntry } from '../unit/node/sampleEntry';

/*
 * Appends entries of all sizes, some alone and some together, until it is killed. The name of each stands on standard
 * output, a line each, as soon as the history has acknowledged it: `node historyWriter.mjs FOLDER`.
 */

const [folder = ''] = process.argv.slice(2);
const store = new JsonLinesHistoryStore(folder, { maxEntries: 1_000_000, segmentBytes: 300_000 });

for (let round = 0; ; round += 1) {
  const names = Array.from({ length: 1 + (round % 4) }, () => randomUUID());
  await Promise.all(names.map((id, index) => append(id, 40_000 * ((round + index) % 3))));
}

async function append(id: string, size: number): Promise<void> {
  await store.append(sampleEntry(id, 'x'.repeat(size)));
  // Not through a stream, which a kill would empty.
  writeSync(1, `${id}\n`);
}
