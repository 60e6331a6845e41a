import type { Issue } from '../../protocol/form';
import type { Provider } from '../provider';

/** Adds to what is predicted the answer that is expected, and the call that mends it. */
export function explainPredictions({ failures, operations }: Provider, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => {
    const failure = issue.prediction && failures.find(({ id }) => id === issue.code);
    if (failure === undefined) return issue;
    const mending = operations.find(({ id }) => id === failure.mendedBy);
    return {
      ...issue,
      prediction: {
        answer: `${failure.status} ${failure.message}`,
        ...(mending && { mendedBy: { operation: mending.id, title: mending.title } }),
      },
    };
  });
}
