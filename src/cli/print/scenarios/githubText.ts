import { failureLines, problemLines } from '../../../core/reports/failureLines';
import type { StepReport, WorkflowReport } from '../../../headless/scenarios/scenarioReport';
import type { RunReport } from './runReport';

/** Annotations of GitHub Actions, at the lines of what failed. */
export function githubText({ workflows, issues }: RunReport): string {
  const ofIssues = issues.map(({ file, line = 1, message, severity }) =>
    annotation(severity, file, line, 'Scenario', message),
  );
  return [...ofIssues, ...workflows.flatMap(annotations)].map((line) => `${line}\n`).join('');
}

function annotations({ file, line, workflowId, said, steps }: WorkflowReport): readonly string[] {
  const own = said === undefined ? [] : [annotation('error', file, line, workflowId, problemLines(said).join('\n'))];
  const failed = steps.filter(({ outcome, handledBy }) => outcome === 'failed' && handledBy === undefined);
  return [...own, ...failed.map((step) => stepAnnotation(workflowId, step))];
}

/** At the first criterion that does not hold. */
function stepAnnotation(workflowId: string, step: StepReport): string {
  const line = step.checks.find(({ passed }) => !passed)?.line ?? step.line;
  return annotation('error', step.file, line, `${workflowId} › ${step.stepId}`, failureLines(step).join('\n'));
}

function annotation(level: 'error' | 'warning', file: string, line: number, title: string, message: string): string {
  return `::${level} file=${property(file)},line=${line},title=${property(title)}::${data(message)}`;
}

/** The runner reads a line: whatever would end one of its parts is encoded, as its own toolkit does. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Markdown for the summary of a job. */
export function githubSummary({ workflows }: RunReport): string {
  const rows = workflows.map(({ file, workflowId, outcome, durationMs, steps }) => {
    const failed = steps.find((step) => step.outcome === 'failed' && step.handledBy === undefined);
    const why = failed === undefined ? '' : `${failed.stepId}: ${failureLines(failed)[0] ?? ''}`;
    return `| ${signs[outcome]} ${outcome} | ${cell(workflowId)} | ${cell(file)} | ${durationMs} ms | ${cell(why)} |`;
  });
  return `## Scenarios\n\n| outcome | workflow | file | time | first failure |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const signs = { passed: '✅', failed: '❌', skipped: '⏭️' } as const;

/** As text: a pipe would end the cell, and a link or an image of somebody else has no business here. */
function cell(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(/[\\|`*_{}[\]<>&!#]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return plain;
}
