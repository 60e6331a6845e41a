import type { ComponentChildren } from 'preact';
import type { PlacedIssue, ProblemText } from '../../../src/protocol/reply';
import { Callout } from '../../ui/callout';
import { IssueList } from './issueList';

export interface ProblemCardProps {
  readonly problem: ProblemText;
  /** Listed in the place of the cause. */
  readonly issues?: readonly PlacedIssue[];
  /** What can be done about it at once. */
  readonly children?: ComponentChildren;
}

/** What went wrong, why, and what to do. */
export function ProblemCard({ problem, issues = [], children }: ProblemCardProps) {
  return (
    <Callout kind="error">
      <h2>{problem.title}</h2>
      {issues.length > 0 ? <IssueList issues={issues} /> : <p class="problem-cause">{problem.cause}</p>}
      <p class="next-step">{problem.nextStep}</p>
      {children}
    </Callout>
  );
}
