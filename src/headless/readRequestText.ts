import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { decodeRequestFile } from '../core/requests/decodeRequestFile';
import { errorCode } from '../core/typing/errorCode';

export type RequestText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** The text of a file named on the command line. Nothing else goes on meanwhile that a wait could serve. */
export function readRequestText(cwd: string, file: string): RequestText {
  try {
    const place = path.resolve(cwd, file);
    const stats = statSync(place);
    // Reading a pipe waits for whoever writes to it, perhaps forever.
    if (!stats.isFile()) return unreadable(stats.isDirectory() ? 'It is a folder.' : 'It is no regular file.');
    if (stats.size > mostRead) return unreadable(`It is larger than ${mostRead / 1024 / 1024} MB.`);
    const decoded = decodeRequestFile(readFileSync(place));
    return decoded.kind === 'text' ? decoded : unreadable(decoded.detail);
  } catch (error: unknown) {
    return unreadable(describeFileError(error));
  }
}

/** In bytes. */
const mostRead = 100 * 1024 * 1024;

function unreadable(detail: string): RequestText {
  return { kind: 'unreadable', detail };
}

export function describeFileError(error: unknown): string {
  const code = errorCode(error) ?? 'of an unknown kind';
  return reasons[code] ?? `It cannot be read: the system's error is ${code}.`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  ENAMETOOLONG: 'There is no such file.',
  EISDIR: 'It is a folder.',
  EACCES: 'It may not be read.',
  EPERM: 'It may not be read.',
  ELOOP: 'It is a link that leads back to itself.',
};
