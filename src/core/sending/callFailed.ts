import { describeProblem } from '../problems/describeProblem';
import type { Secret, SendOutcome } from './run';

/** A call of the product's own that did not succeed. The tree and the token flow show the outcome. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly operation: string;
  readonly outcome: SendOutcome;
  /** What the call carried and brought: to be masked in everything that is said of it. */
  readonly secrets: readonly Secret[];

  constructor(operation: string, outcome: SendOutcome, secrets: readonly Secret[] = []) {
    super(`${operation}: ${summarise(outcome)}`);
    this.operation = operation;
    this.outcome = outcome;
    this.secrets = secrets;
  }
}

function summarise(outcome: SendOutcome): string {
  if (outcome.kind === 'failed') return describeProblem(outcome.problem).title;
  const [first] = outcome.reading.errors;
  return [`status ${outcome.reply.status}`, first?.error.message].filter((part) => part !== undefined).join(', ');
}
