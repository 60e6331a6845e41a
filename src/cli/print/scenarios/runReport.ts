import type { FileIssue } from '../../../headless/fileIssue';
import type { WorkflowReport } from '../../../headless/scenarios/scenarioReport';

/** What every reporter is told at the end. */
export interface RunReport {
  readonly workflows: readonly WorkflowReport[];
  /** Of files that were not run, and warnings of those that were. */
  readonly issues: readonly FileIssue[];
}

export function countEnded({ workflows }: Pick<RunReport, 'workflows'>, outcome: WorkflowReport['outcome']): number {
  return workflows.filter((one) => one.outcome === outcome).length;
}
