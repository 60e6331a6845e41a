import type { Issue, Mend } from '../protocol/form';

/** An issue with the file that it is in. */
export interface FileIssue {
  readonly file: string;
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly severity: Issue['severity'];
  /** From 1; where the path alone does not lead there. */
  readonly line?: number;
  readonly column?: number;
  readonly mend?: Pick<Mend, 'title' | 'edits' | 'open'>;
}

export function fileIssue(file: string, { pointer, code, message, severity, place, mend }: Issue): FileIssue {
  const { title, edits, open } = mend ?? {};
  return {
    file,
    path: pointer,
    code,
    message,
    severity,
    ...(place && { line: place.line, column: place.column }),
    ...(title && edits && { mend: { title, edits, ...(open && { open }) } }),
  };
}
