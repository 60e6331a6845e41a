import { oneLine } from '../../../core/quoting/oneLine';
import { problemLines } from '../../../core/reports/failureLines';
import { stepLines } from '../../../core/reports/stepLines';
import type { Paint } from '../../../headless/paint';
import type { WorkflowReport } from '../../../headless/scenarios/scenarioReport';
import { issueLine } from './issueLine';
import { countEnded, type RunReport } from './runReport';

/** A workflow as a person reads it. */
export function specText(paint: Paint, { file, line, workflowId, said, steps, outcome }: WorkflowReport): string {
  const head = `${paint.bold(workflowId)}  ${paint.quiet(`${oneLine(file)}:${line}`)}\n`;
  const why = said === undefined ? '' : indented(problemLines(said), '  ');
  // What was not started is said once.
  const shown = outcome !== 'passed' && steps.every((step) => step.outcome === 'skipped') ? [] : steps;
  return `${head}${why}${shown.map((step) => indented(stepLines(paint, step, 'ofFailed'), '')).join('')}\n`;
}

export function specTotals(paint: Paint, run: RunReport): string {
  const { issues } = run;
  const [passed, failed, skipped] = [countEnded(run, 'passed'), countEnded(run, 'failed'), countEnded(run, 'skipped')];
  const parts = [
    paint.good(`${passed} passed`),
    ...(failed > 0 ? [paint.bad(`${failed} failed`)] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const notes = issues.map((issue) => issueLine(paint, issue));
  return `${notes.join('')}${parts.join(', ')}\n`;
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => `${indent}${line}\n`).join('');
}
