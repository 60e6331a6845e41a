import type { GrowthCase, Work } from './growthCase';

/** Figures of the whole input, and of the same amount of work on tenths of it. */
export type Round = readonly [whole: number, tenths: number];

const rounds = 5;
/** Of work that takes longer than that, fewer rounds tell as much. */
const longMs = 1000;
/** Shorter work is done several times: the clock of a process is too coarse for it. */
const leastMs = 30;

/** Both in one process and in turn, so that the compiler and a busy machine treat both alike. */
export async function measureGrowth({ unit, size, grows, prepare }: GrowthCase): Promise<readonly Round[]> {
  const whole = await prepare(size);
  const tenth = await prepare(size / 10);
  const tenths = grows === 'not at all' ? 1 : 10;
  if (unit === 'kB') return [[Number(await whole()), tenths * Number(await tenth())]];
  // The first of each is mostly the compiler's.
  await cpuMs(tenth, tenths);
  const first = await cpuMs(whole, 1);
  const repeats = Math.ceil(leastMs / Math.max(0.1, first));
  const measured: Round[] = [];
  for (let round = 0; round < (first > longMs ? 3 : rounds); round += 1) {
    const ours = await cpuMs(whole, repeats);
    measured.push([ours / repeats, (await cpuMs(tenth, tenths * repeats)) / repeats]);
  }
  return measured;
}

/** Time of the processor: what the machine does besides counts for nothing. */
async function cpuMs(work: Work, times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
