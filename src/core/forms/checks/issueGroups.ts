import { t } from '@vscode/l10n';
import type { Issue, IssueGroup } from '../../../protocol/form';
import { moreIssuesCode } from './moreIssues';

/** What is wrong in several places, said once for each kind: the same code at the same field of several items. */
export function issueGroups(issues: readonly Issue[]): readonly IssueGroup[] {
  const kinds = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.code === moreIssuesCode) continue;
    const key = `${issue.code} ${issue.severity} ${placeOf(issue)}`;
    const known = kinds.get(key);
    if (known) known.push(issue);
    else kinds.set(key, [issue]);
  }
  return [...kinds.values()].flatMap(([first, ...others]) =>
    first && others.length > 0 ? groupOf(first, others) : [],
  );
}

function groupOf(first: Issue, others: readonly Issue[]): IssueGroup {
  const count = others.length + 1;
  const mend = [first, ...others].find((issue) => issue.mend?.titleForAll !== undefined)?.mend?.titleForAll;
  const { code, severity, pointer } = first;
  return {
    title: titleOf(first, others),
    code,
    severity,
    place: placeOf(first),
    count,
    first: pointer,
    ...(mend !== undefined && { mend }),
  };
}

/** Issues that quote the value that stands there say different things of the same kind. */
function titleOf({ message }: Issue, others: readonly Issue[]): string {
  const said = message.replace(/[.!]$/, '');
  if (others.every((one) => one.message === message)) return t('{0} (in {1} places)', said, others.length + 1);
  return t('{0} (and {1} more like it)', said, others.length);
}

/** Numbers of a pointer are indexes of lists, but for names that somebody made of digits. */
function placeOf({ pointer }: Issue): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}
