import { chmod, lstat } from 'node:fs/promises';
import process from 'node:process';
import { listIndexFiles, listSegments } from './historySegments';

/** Takes from everybody else what they may do with the history; what its owner may do stays as it is. */
export async function keepToOwner(directory: string): Promise<void> {
  // Windows has no such modes: there the folder's own access list counts.
  const user = process.getuid?.();
  if (user === undefined) return;
  try {
    await restrict(directory, 0o700, user);
    const segments = (await listSegments(directory)).map(({ file }) => file);
    for (const file of [...segments, ...(await listIndexFiles(directory))]) await restrict(file, 0o600, user);
  } catch {
    // Nothing is there yet, or the disk knows no modes: nothing can be taken from anybody.
  }
}

async function restrict(path: string, most: number, user: number): Promise<void> {
  const status = await lstat(path);
  const mode = status.mode & 0o7777;
  if (status.uid !== user || status.isSymbolicLink() || (mode & ~most) === 0) return;
  await chmod(path, mode & most);
}
