import { oneLine } from '../../../core/quoting/oneLine';
import type { StepReport, WorkflowReport } from '../../../headless/scenarios/scenarioReport';
import type { Paint } from '../paint';
import { failureLines, problemLines } from './failureText';
import type { RunReport } from './runReport';

/** A workflow as a person reads it. */
export function specText(paint: Paint, { file, line, workflowId, said, steps, outcome }: WorkflowReport): string {
  const head = `${paint.bold(workflowId)}  ${paint.quiet(`${file}:${line}`)}\n`;
  const why = said === undefined ? '' : indented(problemLines(said), '  ');
  // What was not started is said once.
  const shown = outcome !== 'passed' && steps.every((step) => step.outcome === 'skipped') ? [] : steps;
  return `${head}${why}${shown.map((step) => stepText(paint, step)).join('')}\n`;
}

function stepText(paint: Paint, step: StepReport): string {
  const { stepId, title, outcome, durationMs, attempts, handledBy, sent, status } = step;
  const tries = attempts > 1 ? `, ${attempts} tries` : '';
  const name = `${oneLine(stepId)}  ${paint.quiet(oneLine(title))}`;
  if (outcome === 'skipped') return `  ${paint.quiet('-')} ${name}\n`;
  const time = paint.quiet(`${durationMs} ms${tries}`);
  if (outcome === 'passed') return `  ${paint.good('✓')} ${name}  ${time}\n`;
  const call = sent === undefined ? [] : [`${sent}${status === undefined ? '' : ` -> ${status}`}`];
  const went = handledBy === undefined ? [] : [`"${handledBy}" went on in spite of it.`];
  const lines = [...call, ...failureLines(step), ...went];
  return `  ${paint.bad('✗')} ${name}  ${time}\n${indented(lines, '      ')}`;
}

export function specTotals(paint: Paint, { workflows, issues }: RunReport): string {
  const count = (outcome: string) => workflows.filter((one) => one.outcome === outcome).length;
  const [passed, failed, skipped] = [count('passed'), count('failed'), count('skipped')];
  const parts = [
    paint.good(`${passed} passed`),
    ...(failed > 0 ? [paint.bad(`${failed} failed`)] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const notes = issues.map(({ file, line, column, message, severity }) => {
    const word = severity === 'error' ? paint.bad('error') : 'warning';
    return `${word}  ${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}  ${message}\n`;
  });
  return `${notes.join('')}${parts.join(', ')}\n`;
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => `${indent}${line}\n`).join('');
}
