import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { JsonLinesHistoryStore } from '../../../src/node/history/historyStore';
import { sampleEntry } from '../../unit/node/sampleEntry';
import { type GrowthCase, type Work, words } from './growthCase';

const size = 100_000;
/** Each is flushed to the disk. */
const recorded = 10_000;
const page = 51;

/** What the history view, a reply that is opened again and a run that is recorded cost. */
export function historyCases(folder: string): readonly GrowthCase[] {
  const runs = `${words(size)} runs`;
  const stores = new Map<number, Promise<JsonLinesHistoryStore>>();
  const filled = (count: number): Promise<JsonLinesHistoryStore> => {
    const store = stores.get(count) ?? filledStore(folder, count);
    stores.set(count, store);
    return store;
  };
  const onFilled =
    (workOn: (store: JsonLinesHistoryStore, count: number) => Work): GrowthCase['prepare'] =>
    async (count) =>
      workOn(await filled(count), count);
  let added = 0;
  return [
    {
      what: `history, opening it and listing the newest of ${runs}`,
      unit: 'ms',
      size,
      grows: 'not at all',
      prepare: onFilled(
        ({ location }) =>
          () =>
            open(location).list(page),
      ),
    },
    {
      what: `history, listing ${runs}`,
      unit: 'ms',
      size,
      grows: 'with its input',
      prepare: onFilled((store, count) => () => store.list(count)),
    },
    {
      what: `history, reading the oldest of ${runs}`,
      unit: 'ms',
      size,
      grows: 'not at all',
      prepare: onFilled((store) => () => store.get('run-0')),
    },
    {
      what: `history, recording one more than ${runs}`,
      unit: 'ms',
      size,
      grows: 'not at all',
      prepare: onFilled((store) => () => store.append(sampleEntry(`added-${added++}`))),
    },
    {
      what: `history, recording ${words(recorded)} runs`,
      unit: 'ms',
      size: recorded,
      grows: 'with its input',
      prepare: async (count) => () => filledStore(folder, count),
    },
  ];
}

async function filledStore(folder: string, count: number): Promise<JsonLinesHistoryStore> {
  const store = open(await mkdtemp(join(folder, 'history-')));
  await Promise.all(Array.from({ length: count }, (_, index) => store.append(sampleEntry(`run-${index}`))));
  return store;
}

function open(location: string): JsonLinesHistoryStore {
  return new JsonLinesHistoryStore(location, { maxEntries: 10 * size });
}
