import type { Issue } from '../protocol/form';

/** An issue as `--json` prints it. */
export interface FileIssue {
  readonly file: string;
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly severity: Issue['severity'];
}

export function fileIssue(file: string, { pointer, code, message, severity }: Issue): FileIssue {
  return { file, path: pointer, code, message, severity };
}
