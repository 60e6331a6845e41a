import { describeProblem } from '../problems/describeProblem';
import type { Problem } from '../problems/problem';

/** Why a case does not hold. */
export interface CaseFault {
  /** JSON pointer into the file: the step, or the expectation, that was not met. */
  readonly pointer: string;
  /** What is wrong there. */
  readonly message: string;
  readonly nextStep: string;
}

/** Where a case stands is part of what is said of it: `resources.json/3/given/0: …`. */
export function describeFault(file: string, { pointer, message, nextStep }: CaseFault): string {
  return `${file}${pointer}: ${message} ${nextStep}`;
}

export function problemFault(pointer: string, problem: Problem): CaseFault {
  const { title, cause, nextStep } = describeProblem(problem);
  return { pointer, message: `${title}. ${cause}`, nextStep };
}
