import { appendFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { type HistoryFloors, historyFloors } from './historyFloors';
import { benchEntry, dropIndexes, fillFolder, lineBytes, segmentBytes } from './historyFolder';

/** One thing that a person waits for, and the least that it can cost. */
interface HistoryCase {
  readonly what: string;
  /** Milliseconds that nobody notices, however long the history is. */
  readonly atMost?: number;
  readonly rounds?: number;
  /** What is done before each round, and not measured. */
  readonly before?: () => Promise<unknown>;
  readonly ours: () => Promise<unknown>;
  readonly floor: () => Promise<unknown>;
}

const page = 51;
const rounds = 7;

// Prints a line of JSON for each case: node history.js FOLDER COUNT
async function measureAll([folder = '', size = '']: readonly string[]): Promise<void> {
  const count = Number(size);
  await fillFolder(folder, count);
  const floors = await historyFloors(folder);
  for (const { what, atMost, ...one } of casesOf(folder, count, floors)) {
    console.info(JSON.stringify({ what, unit: 'ms', atMost, rounds: await measure(one) }));
  }
  const memory = process.memoryUsage();
  console.info(JSON.stringify({ what: 'memory after all of this', unit: 'MB', ours: memory.rss / 1e6 }));
}

function casesOf(folder: string, count: number, floors: HistoryFloors): readonly HistoryCase[] {
  const open = () => new JsonLinesHistoryStore(folder, { maxEntries: 10 * count, segmentBytes });
  const kept = open();
  let added = 0;
  let removed = 0;
  const add = () => kept.append(benchEntry(`added-${added++}`, 0));
  const filterNothing = () => kept.list(page, { query: { providers: ['nobody'] } });
  return [
    {
      what: 'making the indexes of an older one / reading it all as JSON',
      rounds: 3,
      before: () => dropIndexes(folder),
      ours: () => open().list(page, { query: { providers: ['nobody'] } }),
      floor: () => floors.parseAll(),
    },
    {
      what: 'opening it and listing the newest 51 / reading the tail',
      atMost: 200,
      ours: () => open().list(page),
      floor: () => floors.readTail(page * lineBytes),
    },
    {
      what: 'listing the newest 200 / reading the tail',
      atMost: 10,
      ours: () => kept.list(200),
      floor: () => floors.readTail(200 * lineBytes),
    },
    {
      what: '40 further pages of 51 / reading as much',
      ours: () => furtherPages(kept, 40),
      floor: async () => {
        for (let done = 0; done < 40; done += 1) await floors.readTail(page * lineBytes);
      },
    },
    {
      what: 'opening it and reading the oldest entry / reading its bytes',
      atMost: 20,
      ours: () => open().get('run-0'),
      floor: () => floors.readAtStart(lineBytes),
    },
    {
      what: 'searching a text that stands nowhere / reading all, in one case',
      atMost: 300,
      ours: () => kept.list(page, { query: { text: 'Stands Nowhere' } }),
      floor: () => floors.scan('Stands Nowhere'),
    },
    {
      what: 'searching a text of the newest / reading all, in one case',
      atMost: 300,
      ours: () => kept.list(page, { query: { text: 'lease' } }),
      floor: () => floors.scan('Stands Nowhere'),
    },
    {
      what: 'filtering by a provider that sent nothing / reading one line',
      ours: filterNothing,
      floor: () => floors.readTail(lineBytes),
    },
    {
      what: 'reading the oldest entry again / reading its bytes',
      atMost: 20,
      ours: () => kept.get('run-0'),
      floor: () => floors.readAtStart(lineBytes),
    },
    {
      what: 'removing a run / overwriting its bytes',
      atMost: 50,
      ours: () => kept.remove(`run-${Math.floor(count / 2) + removed++}`),
      floor: () => floors.overwriteAtStart(Buffer.alloc(lineBytes)),
    },
    {
      what: 'recording a run / appendFile',
      rounds: 50,
      ours: add,
      floor: () => floors.append(Buffer.alloc(lineBytes, 'x')),
    },
    {
      what: 'recording a run that begins a segment / appendFile',
      atMost: 50,
      before: async () => {
        await kept.settled();
        await fillNewest(folder);
      },
      ours: add,
      floor: () => floors.append(Buffer.alloc(lineBytes, 'x')),
    },
  ];
}

async function measure({
  ours,
  floor,
  before,
  rounds: most = rounds,
}: Omit<HistoryCase, 'what' | 'atMost'>): Promise<readonly (readonly [number, number])[]> {
  const measured: (readonly [number, number])[] = [];
  // The first is the compiler's.
  for (let round = 0; round <= most; round += 1) {
    await before?.();
    const figures = [await timed(ours), await timed(floor)] as const;
    if (round > 0) measured.push(figures);
  }
  return measured;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function furtherPages(store: JsonLinesHistoryStore, count: number): Promise<void> {
  let before: string | undefined;
  for (let done = 0; done <= count; done += 1) {
    const { entries } = await store.list(page, before === undefined ? {} : { before });
    before = entries.at(-1)?.id;
    if (before === undefined) return;
  }
}

/** With a blank line, so that the next run begins a segment. */
async function fillNewest(folder: string): Promise<void> {
  const newest =
    (await readdir(folder))
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .at(-1) ?? '';
  const file = path.join(folder, newest);
  const { size } = await stat(file);
  if (size < segmentBytes) await appendFile(file, `${' '.repeat(segmentBytes - size)}\n`);
}

measureAll(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
