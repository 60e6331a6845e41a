import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParsedRequest, parseRequestFile } from '../core/requests/requestFile';

/** The request in a file named on the command line. Nothing else goes on meanwhile that a wait could serve. */
export function readRequest(cwd: string, file: string): ParsedRequest {
  try {
    return parseRequestFile(readFileSync(path.resolve(cwd, file), 'utf8'));
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
