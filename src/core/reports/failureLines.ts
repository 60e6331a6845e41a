import { t } from '@vscode/l10n';
import type { ProblemText } from '../../protocol/reply';
import { oneLine } from '../quoting/oneLine';

/** What is told of a step that failed. */
export interface FailedStep {
  readonly checks: readonly FailedCheck[];
  readonly said: ProblemText | undefined;
  readonly explained: readonly ProblemText[];
}

interface FailedCheck {
  readonly condition: string;
  readonly line: number;
  readonly passed: boolean;
  readonly actual: unknown;
}

/** Why a step failed: what was said of it, or each check that did not hold. */
export function failureLines({ checks, said, explained }: FailedStep): readonly string[] {
  const broken = checks.filter(({ passed }) => !passed).map(checkLine);
  const words = said === undefined ? explained : [said, ...explained];
  return [...broken, ...words.flatMap(problemLines)];
}

export function problemLines({ title, cause, nextStep }: ProblemText): readonly string[] {
  return [title, ...cause.split('\n'), t('Next: {0}', nextStep)];
}

/** `Expected $statusCode == 200, found 404 (line 12)` */
function checkLine({ condition, actual, line }: FailedCheck): string {
  return actual === null
    ? t('Expected {0}, found nothing (line {1})', oneLine(condition), line)
    : t('Expected {0}, found {1} (line {2})', oneLine(condition), oneLine(JSON.stringify(actual)), line);
}
