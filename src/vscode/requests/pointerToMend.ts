import type { Run } from '../../core/sending/run';

/** Where a request that was held back is wrong; undefined when it was sent, or when no place of it is. */
export function pointerToMend({ outcome }: Run): string | undefined {
  if (outcome.kind === 'replied') return undefined;
  const { problem } = outcome;
  if (problem.kind === 'unknownConnection') return '/connection';
  if (problem.kind === 'unknownOperation') return '/operation';
  if (problem.kind !== 'invalidRequest') return undefined;
  return problem.issues.find(({ severity }) => severity === 'error')?.pointer;
}
