import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compare, median } from './rows.mjs';

const count = 200;

/** @typedef {{ ms: number, connections: number }} Timed */

/**
 * Calls through a proxy that takes them to a server of https on this machine.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchProxy() {
  const args = [join('dist', 'bench', 'proxyCalls.js'), String(count), '5'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  /** @type {{ ours: Timed, bare: Timed, curl?: Timed }[]} */
  const rounds = JSON.parse(stdout);
  const bare = compare(rounds.map((round) => [round.ours.ms, round.bare.ms]));
  const pairs = rounds.flatMap(({ ours, curl }) =>
    curl === undefined ? [] : [/** @type {[number, number]} */ ([ours.ms, curl.ms])],
  );
  const curl = pairs.length === 0 ? undefined : compare(pairs);
  const beside = curl === undefined ? 'curl is not installed here' : `curl, ${count} at once`;
  return [
    { what: 'a call through a proxy (node-fetch, a tunnel each)', unit: 'ms', ...bare, gate: { ratioAtMost: 0.9 } },
    { what: `a call through a proxy (${beside})`, unit: 'ms', ours: bare.ours, ...curl },
    {
      what: `connections for ${count} calls through a proxy`,
      unit: '',
      ours: median(rounds.map(({ ours }) => ours.connections)),
      baseline: median(rounds.map((round) => round.bare.connections)),
      gate: { atMost: 1 },
    },
  ];
}
