import type { FileIssue } from '../fileIssue';

/** A seed that cannot be planted: nothing was started. */
export class SeedProblem extends Error {
  override readonly name = 'SeedProblem';
  readonly issues: readonly FileIssue[];

  constructor(issues: readonly FileIssue[]) {
    super(issues.map(issueLine).join('\n'));
    this.issues = issues;
  }
}

function issueLine({ file, line, column, path, message }: FileIssue): string {
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
  return `${file}${place}${path === '' ? '' : ` ${path}`}: ${message}`;
}
