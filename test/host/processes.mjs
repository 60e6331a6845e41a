// Child processes with an owner: each is ended, with its own children, when the tool that started it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { atEnd, isInterrupted } from './lifetime.mjs';

/**
 * @typedef {object} ProcessOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [isPatient] Takes what other processes leave of the machine.
 * @property {(text: string) => void} [onOutput]
 */
/** @typedef {{ child: import('node:child_process').ChildProcess, exited: Promise<number>, end: () => Promise<void> }} OwnedProcess */

const patience = 5000;
const windows = process.platform === 'win32';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ProcessOptions} [options] Without `onOutput` the output goes where ours goes.
 * @returns {OwnedProcess}
 */
export function startProcess(command, args, { cwd, env = process.env, isPatient, onOutput } = {}) {
  const child = spawn(command, args, {
    ...(cwd ? { cwd } : {}),
    env,
    stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'],
    // A group of its own, so that the children of the child can be ended with it.
    detached: !windows,
  });
  if (isPatient) makePatient(child);
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => onOutput?.(text));

  let over = false;
  /** @type {Promise<number>} */
  const closed = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  }).finally(() => {
    over = true;
    forget();
  });
  closed.catch(() => {});
  // Ended because we are ended: no result that anybody should hear of.
  const exited = closed.then((code) => (isInterrupted() ? new Promise(() => {}) : code));
  exited.catch(() => {});

  const end = async () => {
    if (over) return;
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
    await closed.catch(() => {});
    clearTimeout(timer);
  };
  const forget = atEnd(end);
  return { child, exited, end };
}

/** Runs to the end and gives the output; a failure carries it. @param {string} command @param {readonly string[]} args @param {ProcessOptions} [options] */
export async function run(command, args, options = {}) {
  let output = '';
  const { exited } = startProcess(command, args, {
    ...options,
    onOutput: (text) => {
      output += text;
      options.onOutput?.(text);
    },
  });
  const code = await exited;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output.trim()}`);
  return output;
}

/** Resolves with the first line of the output that the reader makes something of. @template T @param {OwnedProcess} owned @param {(line: string) => T | undefined} read @returns {Promise<T>} */
export async function firstLine({ child, exited }, read) {
  let rest = '';
  for (;;) {
    const next = await Promise.race([
      once(/** @type {import('node:stream').Readable} */ (child.stdout), 'data'),
      exited,
    ]);
    if (typeof next === 'number') throw new Error(`The process ended with ${next} before it was ready:\n${rest}`);
    rest += next[0];
    for (const line of rest.split('\n').slice(0, -1)) {
      const value = read(line);
      if (value !== undefined) return value;
    }
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function makePatient({ pid }) {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Ended already, or the system keeps this to itself: it only takes longer then.
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // Already gone.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
