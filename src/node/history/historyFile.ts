import { constants, type FileHandle, open } from 'node:fs/promises';
import process from 'node:process';
import { errorCode } from '../../core/typing/errorCode';

/** What the history asks of a file, and all of it: a disk can be made to fail in a test. */
export interface HistoryFile {
  size(): Promise<number>;
  /** Fills the buffer from there on, as far as the file goes; gives the number of bytes. */
  read(buffer: Buffer, position: number): Promise<number>;
  /** At the end of the file, whoever else appends. Gives the number of bytes that the disk took. */
  append(bytes: Buffer): Promise<number>;
  overwrite(bytes: Buffer, position: number): Promise<number>;
  /** Resolves when the disk has what was written. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export type FileAccess = keyof typeof accessFlags;

/** Undefined where nothing is, or something else than a file. */
export type OpenHistoryFile = (path: string, access: FileAccess) => Promise<HistoryFile | undefined>;

const { O_RDONLY, O_RDWR, O_WRONLY, O_APPEND, O_CREAT, O_TRUNC } = constants;

// Windows has neither: there nothing in this folder is a link or a pipe.
const onlyFiles = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const accessFlags = {
  read: O_RDONLY | onlyFiles,
  append: O_WRONLY | O_APPEND | O_CREAT | onlyFiles,
  overwrite: O_RDWR | onlyFiles,
  replace: O_WRONLY | O_CREAT | O_TRUNC | onlyFiles,
} as const;

export const openHistoryFile: OpenHistoryFile = async (path, access) => {
  const handle = await openOwn(path, accessFlags[access]);
  if (handle === undefined) return undefined;
  if ((await handle.stat()).isFile()) return fileOf(handle);
  await handle.close();
  return undefined;
};

/** The names in a folder reach the disk apart from what is in the files. Windows does this by itself. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(path, O_RDONLY);
    try {
      await flushed(() => handle.sync());
    } finally {
      await handle.close();
    }
  } catch (error: unknown) {
    // A folder that may be written but not read.
    if (!hasCode(error, ['EACCES', 'EPERM'])) throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return hasCode(error, ['ENOENT']);
}

function fileOf(handle: FileHandle): HistoryFile {
  return {
    size: async () => (await handle.stat()).size,
    read: async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead,
    append: async (bytes) => (await handle.write(bytes)).bytesWritten,
    overwrite: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    flush: () => flushed(() => handle.datasync()),
    close: () => handle.close(),
  };
}

async function openOwn(path: string, flags: number): Promise<FileHandle | undefined> {
  try {
    return await open(path, flags, 0o600);
  } catch (error: unknown) {
    // Gone since the folder was read, or a link, a folder, a pipe that nobody reads, a socket.
    if (hasCode(error, ['ENOENT', 'ELOOP', 'EMLINK', 'EISDIR', 'ENXIO'])) return undefined;
    throw error;
  }
}

async function flushed(flush: () => Promise<void>): Promise<void> {
  try {
    await flush();
  } catch (error: unknown) {
    // A file system that knows no flushing has nothing more to give.
    if (!hasCode(error, ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])) throw error;
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return codes.includes(errorCode(error) ?? '');
}
