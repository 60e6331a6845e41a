import { t } from '@vscode/l10n';
import { shortened } from '../../../quoting/shortened';
import type { WrittenExpression } from '../../expressions/expression';
import type { Findings } from '../findings';
import { rewriting } from '../mends';

/** `$steps.STEP.NAME` is read as `$steps.STEP.outputs.NAME`, which other tools want. */
export function tellShortOutput(findings: Findings, pointer: string, { text, expression }: WrittenExpression): void {
  if (expression.kind !== 'steps') return;
  const step = `$steps.${expression.stepId}.`;
  const whole = `${step}outputs.`;
  if (text.startsWith(whole)) return;
  const meant = whole + text.slice(step.length);
  const message = t(
    '"{0}" is read as {1}. Write that: the grammar of Arazzo has it so.',
    shortened(text),
    shortened(meant),
  );
  findings.warn(pointer, 'expression', message, rewriting(pointer, findings.written(pointer), text, meant));
}
