import type { SigningContext, SigningDesk, SigningResult } from '../../core/emulation';
import type { SigningVisit } from '../../core/recipients/signingVisit';
import type { EmulatorCounts } from '../counts';

export type Decision = 'finish' | 'decline';

/** Takes the decision of someone whose page is open; undefined where they may not decide so. */
export function takeDecision(
  desk: SigningDesk<unknown>,
  visit: SigningVisit,
  context: SigningContext<unknown>,
  decision: Decision,
  reason: string,
  counts: EmulatorCounts,
): SigningResult | undefined {
  if (decision === 'finish') {
    counts.signed += 1;
    return desk.finish(context);
  }
  if (visit.mayDecline === false) return undefined;
  counts.declined += 1;
  return desk.decline(context, reason.trim().slice(0, 1000));
}
