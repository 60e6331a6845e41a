import type { SendOutcome } from '../sending/run';
import type { Problem } from './problem';

/** What somebody answered that is no use. */
const ofAnswers: ReadonlySet<Problem['kind']> = new Set(['unusableToken', 'tokenRefused', 'oddReply']);

/** Whether a diagnosis of the connection may find out more. */
export function isDiagnosable(problem: Problem): boolean {
  if (problem.kind !== 'noReply') return ofAnswers.has(problem.kind);
  return problem.failure.kind !== 'cancelled' && problem.failure.kind !== 'tooLarge';
}

/** The same of what came of a request: a refusal of whoever asks, or somebody else's answer. */
export function isOfConnection(outcome: SendOutcome): boolean {
  if (outcome.kind === 'failed') return isDiagnosable(outcome.problem);
  const { reply, reading } = outcome;
  return reading.verdict.kind === 'foreign' || reply.status === 401 || reply.status === 403;
}
