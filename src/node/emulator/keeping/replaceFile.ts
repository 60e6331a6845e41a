import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** Writes a file whole or not at all, for its owner's eyes: beside the one that is there, on the disk, then in its place. */
export async function replaceFile(place: string, pieces: Iterable<string>): Promise<void> {
  const folder = path.dirname(place);
  const beside = path.join(folder, `.${randomUUID()}.part`);
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      for (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, place);
  } catch (error: unknown) {
    await dropPart(beside);
    throw error;
  }
  await keepName(folder);
}

/** What kept it from being written is told, and not why nothing could be tidied away there. */
export async function dropPart(beside: string): Promise<void> {
  await rm(beside, { force: true }).catch(() => undefined);
}

/** The name of a new file is the folder's to keep. Windows opens no folders, and needs none of it. */
async function keepName(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    await using handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Disks that know no such thing keep names by themselves.
  }
}
