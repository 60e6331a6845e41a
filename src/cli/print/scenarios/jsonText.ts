import type { StepReport, WorkflowReport } from '../../../headless/scenarios/scenarioReport';
import type { RunReport } from './runReport';

/** The contract of `esign run --json`. Numbers count workflows. */
export function jsonText({ workflows, issues }: RunReport): string {
  const count = (outcome: string) => workflows.filter((one) => one.outcome === outcome).length;
  const report = {
    passed: count('passed'),
    failed: count('failed'),
    workflows: workflows.map(workflowJson),
    ...(issues.length > 0 && { issues }),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function workflowJson({ file, workflowId, outcome, steps, said }: WorkflowReport) {
  return { file, workflowId, outcome, steps: steps.map(stepJson), ...(said && { problem: said }) };
}

function stepJson({ stepId, outcome, durationMs, checks, said }: StepReport) {
  return {
    stepId,
    outcome,
    durationMs,
    checks: checks.map(({ condition, passed, actual }) => ({ condition, passed, actual })),
    ...(said && { problem: said }),
  };
}
