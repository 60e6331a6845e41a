import type { ComponentChildren } from 'preact';
import type { ProblemText } from '../../src/protocol/reply';
import { Callout } from '../ui/callout';

export interface ProblemCardProps {
  readonly problem: ProblemText;
  /** What can be done about it at once. */
  readonly children?: ComponentChildren;
}

/** What went wrong, why, and what to do. */
export function ProblemCard({ problem, children }: ProblemCardProps) {
  return (
    <Callout kind="error">
      <h2>{problem.title}</h2>
      <p class="problem-cause">{problem.cause}</p>
      <p class="next-step">{problem.nextStep}</p>
      {children}
    </Callout>
  );
}
