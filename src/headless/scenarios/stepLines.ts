import { oneLine } from '../../core/quoting/oneLine';
import type { Paint } from '../paint';
import { failureLines } from './failureText';
import type { StepReport } from './scenarioReport';

/** A step as a person reads it. `calls`: which steps say what they sent. */
export function stepLines(paint: Paint, step: StepReport, calls: 'ofFailed' | 'ofAll'): readonly string[] {
  const { stepId, title, outcome, durationMs, attempts, handledBy, sent, status } = step;
  const name = `${oneLine(stepId)}  ${paint.quiet(oneLine(title))}`;
  if (outcome === 'skipped') return [`  ${paint.quiet('-')} ${name}`];
  const isGood = outcome === 'passed';
  const tries = attempts > 1 ? `, ${attempts} tries` : '';
  const head = `  ${isGood ? paint.good('✓') : paint.bad('✗')} ${name}  ${paint.quiet(`${durationMs} ms${tries}`)}`;
  const call = sent === undefined ? [] : [`${sent}${status === undefined ? '' : ` -> ${status}`}`];
  const went = handledBy === undefined ? [] : [`"${handledBy}" went on in spite of it.`];
  const why = isGood ? [] : [...failureLines(step), ...went];
  return [head, ...(isGood && calls === 'ofFailed' ? [] : call), ...why].map((line, index) =>
    index === 0 ? line : `      ${line}`,
  );
}
