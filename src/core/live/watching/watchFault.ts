import type { SendOutcome } from '../../sending/run';

/** Whether a look that did not work may work later by itself. */
export function mayHeal(outcome: SendOutcome): boolean {
  if (outcome.kind === 'failed') return outcome.problem.kind === 'noReply';
  const { status } = outcome.reply;
  return passing.has(status) || status >= 500;
}

/** Too slow, too early, too many. */
const passing = new Set([408, 425, 429]);
