import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import * as z from 'zod';
import { errorCode } from '../../../core/typing/errorCode';
import { dropPart } from './replaceFile';
import { adviceOn, StateProblem } from './stateProblem';

/** A file has one writer: whoever made the file beside it, until it is gone. */
export interface StateLock {
  /** Somebody may have taken it away, or taken it for that of a process that has ended. */
  isOurs(): Promise<boolean>;
  release(): Promise<void>;
}

const holderBody = z.object({ key: z.string(), pid: z.int().positive(), host: z.string(), since: z.string() });
type Holder = z.output<typeof holderBody>;

/** Of this process: its number alone says nothing in a container that was started again. */
const held = new Set<string>();

export async function lockState(place: string): Promise<StateLock> {
  const lock = `${place}.lock`;
  const own: Holder = { key: randomUUID(), pid: process.pid, host: os.hostname(), since: new Date().toISOString() };
  await takeOver(lock);
  if (!(await claim(lock, own))) throw inUse(place, lock, await holderOf(lock));
  held.add(own.key);
  const isOurs = async () => (await holderOf(lock))?.key === own.key;
  return {
    isOurs,
    release: async () => {
      held.delete(own.key);
      if (await isOurs()) await rm(lock, { force: true });
    },
  };
}

/** Whole from the first moment on; false where one is there. */
async function claim(lock: string, own: Holder): Promise<boolean> {
  const beside = path.join(path.dirname(lock), `.${randomUUID()}.part`);
  try {
    await writeFile(beside, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
    await link(beside, lock);
    return true;
  } catch (error: unknown) {
    const code = errorCode(error);
    if (code === 'EEXIST') return false;
    throw new StateProblem(
      `Nothing can be written beside ${path.basename(lock, '.lock')} in ${path.dirname(lock)} (${code ?? 'unknown'}).`,
      adviceOn(code),
    );
  } finally {
    await dropPart(beside);
  }
}

/** What a process has left that is there no more. */
async function takeOver(lock: string): Promise<void> {
  const holder = await holderOf(lock);
  if (holder === undefined || isAlive(holder)) return;
  const aside = `${lock}.${randomUUID()}.part`;
  try {
    await rename(lock, aside);
    // Another one may have taken it over in between: then it is put back.
    if ((await holderOf(aside))?.key !== holder.key) await link(aside, lock);
  } catch (error: unknown) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    return holderBody.safeParse(JSON.parse(await readFile(lock, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function isAlive({ key, pid, host }: Holder): boolean {
  if (host !== os.hostname()) return true;
  if (pid === process.pid) return held.has(key);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error: unknown) {
    return errorCode(error) !== 'ESRCH';
  }
}

function inUse(place: string, lock: string, holder: Holder | undefined): StateProblem {
  const who = holder && ` by process ${holder.pid} on ${holder.host} since ${holder.since}`;
  return new StateProblem(
    `${place} is in use${who ?? ''}: it has one writer.`,
    `Stop that one, or name another file. If it has ended already, delete ${lock}.`,
  );
}
