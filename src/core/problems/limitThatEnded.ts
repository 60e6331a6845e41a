import type { SendLimit } from '../../protocol/reply';
import type { Problem } from './problem';

/** The setting by which a request was given up, where it was one. */
export function limitThatEnded(problem: Problem): SendLimit | undefined {
  if (problem.kind !== 'noReply') return undefined;
  const { failure } = problem;
  if (failure.kind === 'tooLarge') return 'maxReplyMegabytes';
  if (failure.kind !== 'timedOut') return undefined;
  return failure.phase === 'connect' ? 'connectTimeoutSeconds' : 'totalTimeoutSeconds';
}
