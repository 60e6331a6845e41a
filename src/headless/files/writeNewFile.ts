import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../core/typing/errorCode';

export type WrittenFile =
  | { readonly kind: 'written' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'unwritable'; readonly reason: string };

/** Writes a file named on the command line. One that is there already stays as it is, unless it may be overwritten. */
export function writeNewFile(cwd: string, file: string, text: string, mayOverwrite: boolean): WrittenFile {
  try {
    writeFileSync(path.resolve(cwd, file), text, { flag: mayOverwrite ? 'w' : 'wx' });
    return { kind: 'written' };
  } catch (error: unknown) {
    const code = errorCode(error);
    if (code === 'EEXIST') return { kind: 'exists' };
    return { kind: 'unwritable', reason: unwritableReason(code) };
  }
}

/** Why a file cannot be written, by the code of the system's error. */
export function unwritableReason(code: string | undefined): string {
  return reasons[code ?? ''] ?? `The system's error is ${code ?? 'of an unknown kind'}.`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such folder.',
  ENOTDIR: 'There is no such folder.',
  EISDIR: 'It is a folder.',
  EACCES: 'It may not be written.',
  EPERM: 'It may not be written.',
  EROFS: 'It may not be written.',
  ENAMETOOLONG: 'The name is too long.',
  ENOSPC: 'The disk is full.',
};
