import { moreIssuesCode } from '../../core/forms/checks/moreIssues';
import type { Issue } from '../../protocol/form';

/** Warnings are rules without a source: no server is known to refuse for them. */
export function errorsOf(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ severity, code }) => severity === 'error' && code !== moreIssuesCode);
}
