import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ParsedRequest, parseRequestFile } from '../core/requests/requestFile';

/** The request in a file named on the command line. */
export async function readRequest(cwd: string, file: string): Promise<ParsedRequest> {
  try {
    return parseRequestFile(await readFile(path.resolve(cwd, file), 'utf8'));
  } catch (error: unknown) {
    return { kind: 'unreadable', detail: describeFileError(error) };
  }
}

export function describeFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EISDIR') return 'It is a folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'It may not be read.';
  return message;
}
