import { appendFile, type FileHandle, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The least that a history on this machine can cost: the same bytes, and nothing known of what they are. */
export interface HistoryFloors {
  append(bytes: Buffer): Promise<void>;
  readTail(bytes: number): Promise<void>;
  /** Of the oldest segment, which is opened for it. */
  readAtStart(bytes: number): Promise<void>;
  overwriteAtStart(bytes: Buffer): Promise<void>;
  /** Whether the bytes stand anywhere, as they are. */
  scan(wanted: string): Promise<boolean>;
  parseAll(): Promise<number>;
}

const chunkBytes = 1024 * 1024;

export async function historyFloors(folder: string): Promise<HistoryFloors> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const files = names.map((name) => path.join(folder, name));
  const [oldest = '', newest = ''] = [files[0], files.at(-1)];
  return {
    append: (bytes) => appendFile(path.join(folder, 'floor.txt'), bytes),
    readTail: (bytes) =>
      withHandle(newest, 'r', async (handle) => {
        const { size } = await stat(newest);
        const length = Math.min(bytes, size);
        await handle.read(Buffer.allocUnsafe(length), 0, length, size - length);
      }),
    readAtStart: (bytes) =>
      withHandle(oldest, 'r', async (handle) => {
        await handle.read(Buffer.allocUnsafe(bytes), 0, bytes, 1);
      }),
    overwriteAtStart: (bytes) =>
      withHandle(path.join(folder, 'floor.txt'), 'a+', async (handle) => {
        await handle.write(bytes, 0, bytes.length, 0);
        await handle.datasync();
      }),
    scan: async (wanted) => {
      let isFound = false;
      await eachChunk(files, (chunk) => {
        isFound ||= chunk.includes(wanted);
      });
      return isFound;
    },
    parseAll: async () => {
      let count = 0;
      let rest = '';
      await eachChunk(files, (chunk) => {
        const lines = `${rest}${chunk.toString('utf8')}`.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line !== '' && typeof JSON.parse(line) === 'object') count += 1;
      });
      return count;
    },
  };
}

async function eachChunk(files: readonly string[], work: (chunk: Buffer) => void): Promise<void> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (const file of files) {
    await withHandle(file, 'r', async (handle) => {
      for (let position = 0; ; ) {
        const { bytesRead } = await handle.read(buffer, 0, chunkBytes, position);
        if (bytesRead === 0) return;
        work(buffer.subarray(0, bytesRead));
        position += bytesRead;
      }
    });
  }
}

async function withHandle(file: string, flags: string, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, flags);
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}
