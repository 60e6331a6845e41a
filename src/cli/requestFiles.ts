import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileOutcome } from '../core/sending/ports';
import { describeFileError } from './readRequest';

const mostBytes = 50 * 1024 * 1024;

/**
 * Reads files that a request names relative to its own folder. What lies outside that folder and the working folder
 * stays unread, also behind a symbolic link: a request from somewhere else must not carry this machine's files away.
 */
export function requestFileReader(requestFile: string, cwd: string): (name: string) => Promise<FileOutcome> {
  const folder = path.dirname(path.resolve(cwd, requestFile));
  return async (name) => {
    try {
      const file = await realpath(path.resolve(folder, name));
      const allowed = await Promise.all([realpath(folder), realpath(cwd)]);
      if (!allowed.some((root) => isBelow(root, file))) {
        return { kind: 'unreadable', reason: 'It is neither below the request file nor below the working folder.' };
      }
      const { size } = await stat(file);
      if (size > mostBytes) return { kind: 'unreadable', reason: `It is larger than ${mostBytes / 1024 / 1024} MB.` };
      return { kind: 'read', name: path.basename(file), bytes: await readFile(file) };
    } catch (error: unknown) {
      return { kind: 'unreadable', reason: describeFileError(error) };
    }
  };
}

function isBelow(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}
