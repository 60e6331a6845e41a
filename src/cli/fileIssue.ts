import type { Issue, Mend } from '../protocol/form';

/** An issue as `--json` prints it. */
export interface FileIssue {
  readonly file: string;
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly severity: Issue['severity'];
  /** From 1; where the path alone does not lead there. */
  readonly line?: number;
  readonly column?: number;
  readonly mend?: Pick<Mend, 'title' | 'edits'>;
}

export function fileIssue(file: string, { pointer, code, message, severity, place, mend }: Issue): FileIssue {
  const { title, edits } = mend ?? {};
  return {
    file,
    path: pointer,
    code,
    message,
    severity,
    ...(place && { line: place.line, column: place.column }),
    ...(title && edits && { mend: { title, edits } }),
  };
}

/** `Mend: write 45.`, to follow a message; empty where nothing is known. */
export function mendText({ mend }: Pick<Issue, 'mend'> | Pick<FileIssue, 'mend'>): string {
  return mend === undefined ? '' : ` Mend: ${mend.title.charAt(0).toLowerCase()}${mend.title.slice(1)}.`;
}
