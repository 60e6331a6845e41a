import { t } from '@vscode/l10n';
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
    const title = `${what}: ${consequences[action]()}`;
    const place = t('The history is in {0}.', location);
    super(`${title}. ${remedy} ${place}`, { cause });
    this.text = { title, cause: place, nextStep: remedy };
  }
}

const consequences = {
  append: () => t('this run is shown but not kept'),
  read: () => t('the history cannot be shown'),
  remove: () => t('the entry is still in the history'),
  annotate: () => t('what you wrote to this entry is not kept'),
  clear: () => t('a part of the history is still there'),
};

interface Reason {
  readonly what: string;
  readonly remedy: string;
}

const fullDisk = () => t('Free some space; what was kept before is safe.');
const notAllowed = () => ({
  what: t('The history may not be used'),
  remedy: t('Check who owns its folder, and the permissions.'),
});
const fileInTheWay = () => ({
  what: t('A file is where the folder of the history should be'),
  remedy: t('Move it away.'),
});

const reasons: Readonly<Record<string, () => Reason>> = {
  ENOSPC: () => ({ what: t('The disk is full'), remedy: fullDisk() }),
  EDQUOT: () => ({ what: t('The disk quota is used up'), remedy: fullDisk() }),
  EROFS: () => ({ what: t('The disk is read-only'), remedy: t('Make it writable, or switch the history off.') }),
  EIO: () => ({ what: t('The disk reports an error'), remedy: t('Check the disk.') }),
  EACCES: notAllowed,
  EPERM: notAllowed,
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
};

function reasonOf(code: string): Reason {
  return (
    reasons[code]?.() ?? { what: t('The history cannot be used ({0})', code), remedy: t('Try again, or see the log.') }
  );
}

function codeOf(cause: unknown): string {
  return errorCode(cause) ?? (cause instanceof Error ? cause.name : t('unknown error'));
}
