import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

/** What the machine did besides the benches: taken before them, told after them. */
export function watchMachine() {
  const cores = availableParallelism();
  const load = loadavg()[0] ?? 0;
  const before = stolen();
  return () => {
    const after = stolen();
    const share = before && after ? (after.stolen - before.stolen) / (after.all - before.all) : 0;
    const busy = load > cores / 2 || share > 0.05;
    console.info(
      `\nNode ${process.version}, ${cores} cores, load ${load.toFixed(1)} at the start, ${Math.round(share * 100)} % of the time taken by other machines.`,
    );
    if (busy) console.info('The machine was busy with other things: ratios say more than times, and both say less.');
  };
}

/** Jiffies since the start of a Linux machine, those included that its host gave to others. */
function stolen() {
  if (process.platform !== 'linux') return undefined;
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const times = line.split(/\s+/).slice(1, 9).map(Number);
  return { stolen: times[7] ?? 0, all: times.reduce((sum, time) => sum + time, 0) };
}
