/** Why a state cannot be kept in a file, and what a person does about it. */
export class StateProblem extends Error {
  override readonly name = 'StateProblem';

  constructor(reason: string, nextStep: string) {
    super(`${reason}\n${nextStep}`);
  }
}

/** What a person does where the system lets nothing be written. */
export function adviceOn(code: string | undefined): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'Make room on that disk, or name another file.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'Make the folder first, or name another file.';
    case 'EROFS':
      return 'That disk takes no changes: name another file.';
    default:
      return 'Check who may write there.';
  }
}
