import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root } from '../host/paths.mjs';
import { run } from '../host/processes.mjs';
import { startEcho } from './echo.mjs';
import { body, path, reply, requestFile, token } from './requestSample.mjs';
import { median } from './rows.mjs';

const repetitions = 7;
const further = 200;

/** One call of the command line, and each further one, against the barest script around the same client library. */
export async function benchCli() {
  const echo = await startEcho(reply);
  const file = join(temporaryFolder('bench'), 'link.esign.json');
  writeFileSync(file, JSON.stringify(requestFile));

  const bare = [
    join(root, 'test', 'bench', 'baselines', 'fetchLoop.mjs'),
    echo.origin + path,
    JSON.stringify(body),
    token,
  ];
  const one = [join(root, 'dist', 'cli.js'), 'send', file, '--base-url', echo.origin, '--json'];
  const many = [join(root, 'dist', 'bench', 'sendMany.js'), file, echo.origin];
  const built = existsSync(one[0] ?? '');

  /** @type {Record<'bare' | 'ours' | 'bareFurther' | 'oursFurther', number[]>} */
  const times = { bare: [], ours: [], bareFurther: [], oursFurther: [] };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const bareOnce = await timed([...bare, '1']);
    times.bare.push(bareOnce);
    times.bareFurther.push(((await timed([...bare, String(1 + further)])) - bareOnce) / further);
    if (!built) continue;
    times.ours.push(await timed(one));
    const oursOnce = await timed([...many, '1']);
    times.oursFurther.push(((await timed([...many, String(1 + further)])) - oursOnce) / further);
  }
  await echo.end();
  return [
    {
      what: 'CLI, one request',
      unit: 'ms',
      ours: built ? median(times.ours) : undefined,
      baseline: median(times.bare),
      gate: { ratioAtMost: 1.3 },
    },
    {
      what: 'CLI, each further request',
      unit: 'ms',
      ours: built ? median(times.oursFurther) : undefined,
      baseline: median(times.bareFurther),
      gate: { ratioAtMost: 1.3 },
    },
  ];
}

/** @param {readonly string[]} args */
async function timed(args) {
  const started = performance.now();
  await run(process.execPath, args, { cwd: root, env: { ...process.env, ESIGN_SIGNNOW_TOKEN: token } });
  return performance.now() - started;
}
