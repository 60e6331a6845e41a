import type { SendOutcome } from '../sending/run';
import type { Problem } from './problem';

/** Whether a diagnosis of the connection may find out more. */
export function isDiagnosable(problem: Problem): boolean {
  if (problem.kind !== 'noReply') return problem.kind === 'unusableToken' || problem.kind === 'tokenRefused';
  return problem.failure.kind !== 'cancelled' && problem.failure.kind !== 'tooLarge';
}

/** The same of what came of a request: a refusal of whoever asks, or somebody else's answer. */
export function isOfConnection(outcome: SendOutcome): boolean {
  if (outcome.kind === 'failed') return isDiagnosable(outcome.problem);
  const { reply, reading } = outcome;
  return reading.verdict.kind === 'foreign' || reply.status === 401 || reply.status === 403;
}
