import type { StepReport, WorkflowReport } from '../../../headless/scenarios/scenarioReport';
import { countEnded, type RunReport } from './runReport';

/** The contract of `esign run --json`. Numbers count workflows. */
export function jsonText(run: RunReport): string {
  const { workflows, issues } = run;
  const report = {
    passed: countEnded(run, 'passed'),
    failed: countEnded(run, 'failed'),
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
