import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** Writes a file whole or not at all, for its owner's eyes: beside the one that is there, on the disk, then in its place. */
export async function replaceFile(place: string, pieces: Iterable<string>): Promise<void> {
  const folder = path.dirname(place);
  const beside = path.join(folder, `${partsOf(place)}${randomUUID()}.part`);
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

/** Takes away what a process that was killed in the middle has left: as large as the file itself. For its one writer. */
export async function sweepParts(place: string): Promise<void> {
  const folder = path.dirname(place);
  const begin = partsOf(place);
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(begin) && name.endsWith('.part'));
  await Promise.all(left.map((name) => dropPart(path.join(folder, name))));
}

/** With what the names of its parts begin: as short for any file, and its own. */
function partsOf(place: string): string {
  return `.${createHash('sha256').update(path.basename(place)).digest('hex').slice(0, 16)}-`;
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
