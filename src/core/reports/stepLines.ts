import { t } from '@vscode/l10n';
import { oneLine } from '../quoting/oneLine';
import { type FailedStep, failureLines } from './failureLines';

/** A step that came to an end, as far as it is told. */
interface ToldStep extends FailedStep {
  readonly stepId: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly durationMs: number;
  readonly attempts: number;
  readonly handledBy: string | undefined;
  readonly sent: string | undefined;
  readonly status: number | undefined;
}

type Painted = Readonly<Record<'quiet' | 'good' | 'bad', (text: string) => string>>;

/** A step as a person reads it. `calls`: which steps say what they sent. */
export function stepLines(paint: Painted, step: ToldStep, calls: 'ofFailed' | 'ofAll'): readonly string[] {
  const { stepId, title, outcome, handledBy, sent, status } = step;
  const name = `${oneLine(stepId)}  ${paint.quiet(oneLine(title))}`;
  if (outcome === 'skipped') return [`  ${paint.quiet('-')} ${name}`];
  const isGood = outcome === 'passed';
  const head = `  ${isGood ? paint.good('✓') : paint.bad('✗')} ${name}  ${paint.quiet(timeOf(step))}`;
  const call = sent === undefined ? [] : [`${sent}${status === undefined ? '' : ` -> ${status}`}`];
  const went = handledBy === undefined ? [] : [t('"{0}" went on in spite of it.', handledBy)];
  const why = isGood ? [] : [...failureLines(step), ...went];
  return [head, ...(isGood && calls === 'ofFailed' ? [] : call), ...why].map((line, index) =>
    index === 0 ? line : `      ${line}`,
  );
}

function timeOf({ durationMs, attempts }: ToldStep): string {
  return attempts > 1 ? t('{0} ms, {1} tries', durationMs, attempts) : t('{0} ms', durationMs);
}
