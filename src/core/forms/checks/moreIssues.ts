import { t } from '@vscode/l10n';
import type { Issue } from '../../../protocol/form';

/** More issues than anybody reads, and than a panel shows at ease. */
export const mostForPeople = 1_000;

/** Of the issue that stands for all that were not looked for. */
export const moreIssuesCode = 'more_issues';

/** Stands behind the others where there may be more than anybody reads. */
export function moreIssues(pointer: string, severity: Issue['severity']): Issue {
  const message = t('There may be more than these: mend them, then check again.');
  return { pointer, code: moreIssuesCode, message, severity };
}

/** `one problem`, `12 problems`, or `1000 problems or more` where not all were looked for. */
export function countOfIssues(issues: readonly Issue[]): string {
  const { count, isCut } = countedIssues(issues);
  if (isCut) return t('{0} problems or more', count);
  return count === 1 ? t('one problem') : t('{0} problems', count);
}

export function countedIssues(issues: readonly Issue[]): { readonly count: number; readonly isCut: boolean } {
  const { found, isCut } = tellApart(issues);
  return { count: found.length, isCut };
}

/** More lines than these hide what stands around them. */
const mostListed = 20;

/** A line for each of the first issues, and how many others there are. */
export function listedIssues(issues: readonly Issue[], lineOf: (issue: Issue) => string): readonly string[] {
  const { found, isCut } = tellApart(issues);
  const lines = found.slice(0, mostListed).map(lineOf);
  const rest = found.length - lines.length;
  if (rest > 0) return [...lines, isCut ? t('and {0} more at least', rest) : t('and {0} more', rest)];
  return isCut ? [...lines, t('and perhaps more')] : lines;
}

function tellApart(issues: readonly Issue[]): { readonly found: readonly Issue[]; readonly isCut: boolean } {
  const found = issues.filter(({ code }) => code !== moreIssuesCode);
  return { found, isCut: found.length < issues.length };
}
