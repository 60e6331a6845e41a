import { oneLine } from '../../core/quoting/oneLine';
import type { ProblemText } from '../../protocol/reply';
import type { CriterionReport, StepReport } from './scenarioReport';

/** Why a step failed: what was said of it, or each check that did not hold. */
export function failureLines({
  checks,
  said,
  explained,
}: Pick<StepReport, 'checks' | 'said' | 'explained'>): readonly string[] {
  const broken = checks.filter(({ passed }) => !passed).map(checkLine);
  const words = said === undefined ? explained : [said, ...explained];
  return [...broken, ...words.flatMap(problemLines)];
}

export function problemLines({ title, cause, nextStep }: ProblemText): readonly string[] {
  return [title, ...cause.split('\n'), `Next: ${nextStep}`];
}

/** `$statusCode == 200, but found 404 (line 12)` */
function checkLine({ condition, actual, line }: CriterionReport): string {
  const found = actual === null ? 'nothing' : JSON.stringify(actual);
  return `Expected ${oneLine(condition)}, found ${oneLine(found)} (line ${line})`;
}
