import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileExtension } from '../../core/replies/body/fileExtension';
import type { BodyKeeper, KeptBody } from '../../core/replies/body/wholeBody';
import { errorCode } from '../../core/typing/errorCode';

/**
 * Keeps large bodies as they came, secrets included: in files that only this user may read, in a folder of this process,
 * gone with it. What a process could not take away is swept by the next one.
 */
export class ReplyFiles implements BodyKeeper {
  readonly mostKept = mostKeptOfReply;
  readonly #folder: string;

  constructor(root: string) {
    this.#folder = path.join(root, `${process.pid}-${randomUUID()}`);
  }

  async open(contentType: string): Promise<KeptBody> {
    const folder = path.join(this.#folder, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return keptBody(path.join(folder, `reply.${fileExtension(contentType)}`));
  }

  readonly remove = removeBody;

  /** All of them; there is no time to wait for it when a process ends. */
  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export async function removeBody(place: string): Promise<void> {
  await rm(place, { force: true });
}

/** A new file for a body; there must be none of that name. */
export async function keptBody(place: string): Promise<KeptBody> {
  return new FileBody(place, await open(place, 'wx', 0o600));
}

class FileBody implements KeptBody {
  readonly place: string;
  readonly #file: FileHandle;
  #waiting: Uint8Array[] = [];
  #bytes = 0;
  #isOpen = true;

  constructor(place: string, file: FileHandle) {
    this.place = place;
    this.#file = file;
  }

  async append(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes >= writtenAtOnce) await this.#write();
  }

  async close(): Promise<void> {
    await this.#write();
    await this.#release();
  }

  async discard(): Promise<void> {
    // A full disk may be said again by closing; the file goes all the same.
    await this.#release().catch(() => {});
    await removeBody(this.place);
  }

  async #write(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#bytes = 0;
    if (bytes.length > 0) await this.#file.appendFile(bytes);
  }

  async #release(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#file.close();
  }
}

/** In bytes: each write waits for its turn among all other work on files. */
const writtenAtOnce = 512 * 1024;

/** Takes away what processes left behind that have ended. */
export async function sweepReplyFiles(root: string): Promise<void> {
  for (const name of await namesIn(root)) {
    const pid = Number.parseInt(name, 10);
    if (!Number.isNaN(pid) && !isRunning(pid)) await rm(path.join(root, name), { recursive: true, force: true });
  }
}

/** In bytes. */
const mostKeptOfReply = 1024 * 1024 * 1024;

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error: unknown) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error: unknown) {
    // Of another user, and running.
    return errorCode(error) === 'EPERM';
  }
}
