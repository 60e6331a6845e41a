import type { ProblemKind } from '../../core/problems/problem';
import type { Run } from '../../core/sending/run';

type Place = 'panel' | 'statusBar' | 'message' | 'caller';

/** Where a person learns what came of it. */
export function shownPlaceOf({ outcome, origin, provider }: Run): Place {
  if (outcome.kind === 'replied') return 'panel';
  switch (outcome.problem.kind) {
    // Whoever was asked and backed out knows.
    case 'declined':
    case 'missingCredentials':
    case 'unconfirmedOrigin':
      return 'statusBar';
    case 'invalidRequest':
    case 'unreadableRequest':
    case 'unknownOperation':
    case 'unknownConnection':
      // Form and text lead to what is wrong themselves.
      if (origin.cause === 'form' || origin.cause === 'text') return 'caller';
      return provider === '' ? 'message' : 'panel';
    default:
      return 'panel';
  }
}

const heldBack: ReadonlySet<string> = new Set<ProblemKind>(['invalidRequest', 'unanswered']);

/** A request that was held back before anything was tried is none of the history. */
export function wasTried({ outcome }: Run): boolean {
  return outcome.kind === 'replied' || !heldBack.has(outcome.problem.kind);
}
