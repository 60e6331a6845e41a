import type { Stats } from 'node:fs';
import { constants, type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileContent, FileSystem } from '../core/attachments/namedFile';
import { errorCode } from '../core/typing/errorCode';

/** The files of this machine. */
export const localFiles: FileSystem = {
  separator: path.sep,
  placeOf: (folder, name) => path.resolve(folder, name),
  realPlace: async (place) => {
    try {
      return await realpath(place);
    } catch (error: unknown) {
      if (kindOfError(error) === 'missing') return undefined;
      // It is there: reading it says why it cannot be had.
      return place;
    }
  },
  read: readLocalFile,
  stampOf: async (place) => {
    const stats = await stat(place).catch(() => undefined);
    return `${stats?.mtimeMs}/${stats?.size}/${stats?.ino}`;
  },
  namesIn: (folder) => readdir(folder).catch(() => []),
};

/** Asked before it is opened and again once it is open: in between it may have become something else. */
async function readLocalFile(place: string, mostBytes: number): Promise<FileContent> {
  try {
    const before = kindOf(place, await stat(place));
    if (before !== 'file') return { kind: before };
    // A pipe opens without waiting for its other end, and a link that came meanwhile is not followed.
    const handle = await open(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      return await readHandle(place, handle, mostBytes);
    } finally {
      await handle.close();
    }
  } catch (error: unknown) {
    return { kind: kindOfError(error) };
  }
}

async function readHandle(place: string, handle: FileHandle, mostBytes: number): Promise<FileContent> {
  const stats = await handle.stat();
  const kind = kindOf(place, stats);
  if (kind !== 'file') return { kind };
  if (stats.size > mostBytes) return { kind: 'tooLarge' };
  const bytes = new Uint8Array(stats.size);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return { kind: 'file', bytes: bytes.subarray(0, length) };
}

/** What the kernel makes up while it is read looks like a file there. */
function kindOf(place: string, stats: Stats): 'file' | 'folder' | 'special' {
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() && !/^\/(proc|sys)\//.test(place) ? 'file' : 'special';
}

const kinds: Readonly<Record<string, 'missing' | 'folder' | 'special'>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  EISDIR: 'folder',
  ELOOP: 'special',
  ENXIO: 'special',
};

function kindOfError(error: unknown): 'missing' | 'folder' | 'special' | 'forbidden' {
  return kinds[errorCode(error) ?? ''] ?? 'forbidden';
}
