import type { SigningContext, SigningDesk, SigningResult } from '../../core/emulation';
import type { EmulatorCounts } from '../counts';

export type Decision = 'finish' | 'decline';

/** Takes the decision of someone whose page is open. */
export function takeDecision(
  desk: SigningDesk<unknown>,
  context: SigningContext<unknown>,
  decision: Decision,
  reason: string,
  counts: EmulatorCounts,
): SigningResult {
  if (decision === 'finish') {
    counts.signed += 1;
    return desk.finish(context);
  }
  counts.declined += 1;
  return desk.decline(context, reason.trim().slice(0, 1000));
}
