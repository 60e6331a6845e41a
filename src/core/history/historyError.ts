import type { ProblemText } from '../../protocol/reply';
import { errorCode } from '../typing/errorCode';

/** What was asked of the history when it failed. */
export type HistoryAction = keyof typeof consequences;

/** What a person is told when the disk does not do what the history asks; the message is in words for them. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
  readonly text: ProblemText;

  constructor(action: HistoryAction, location: string, cause: unknown) {
    const { what, remedy } = reasonOf(codeOf(cause));
    const title = `${what}: ${consequences[action]}`;
    const place = `The history is in ${location}.`;
    super(`${title}. ${remedy} ${place}`, { cause });
    this.text = { title, cause: place, nextStep: remedy };
  }
}

const consequences = {
  append: 'this run is shown but not kept',
  read: 'the history cannot be shown',
  remove: 'the entry is still in the history',
  annotate: 'what you wrote to this entry is not kept',
  clear: 'a part of the history is still there',
} as const;

interface Reason {
  readonly what: string;
  readonly remedy: string;
}

const fullDisk = 'Free some space; what was kept before is safe.';
const notAllowed = { what: 'The history may not be used', remedy: 'Check who owns its folder, and the permissions.' };

const reasons: Readonly<Record<string, Reason>> = {
  ENOSPC: { what: 'The disk is full', remedy: fullDisk },
  EDQUOT: { what: 'The disk quota is used up', remedy: fullDisk },
  EROFS: { what: 'The disk is read-only', remedy: 'Make it writable, or switch the history off.' },
  EIO: { what: 'The disk reports an error', remedy: 'Check the disk.' },
  EACCES: notAllowed,
  EPERM: notAllowed,
  ENOTDIR: { what: 'A file is where the folder of the history should be', remedy: 'Move it away.' },
  EEXIST: { what: 'A file is where the folder of the history should be', remedy: 'Move it away.' },
};

function reasonOf(code: string): Reason {
  return reasons[code] ?? { what: `The history cannot be used (${code})`, remedy: 'Try again, or see the log.' };
}

function codeOf(cause: unknown): string {
  return errorCode(cause) ?? (cause instanceof Error ? cause.name : 'unknown error');
}
