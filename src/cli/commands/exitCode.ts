import type { ProblemKind } from '../../core/problem';
import type { SentFile } from '../../headless/sendFile';

/** Problems that the request itself has; all others kept a reply from coming. */
const invalid: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'unreadableRequest',
  'unknownOperation',
  'invalidRequest',
  'unknownConnection',
  'invalidBaseUrl',
  'invalidPathPrefix',
  'invalidAddress',
  'unsendableBody',
  'unknownVariable',
  'credentialsNotAllowed',
  'malformedCredential',
  'unreadableFile',
]);

export function exitCodeOf({ run, problem }: SentFile): number {
  if (problem?.kind === 'unanswered') return 4;
  if (problem !== undefined) return invalid.has(problem.kind) ? 2 : 3;
  const reading = run?.outcome.kind === 'replied' ? run.outcome.reading : undefined;
  const succeeded = reading?.failed === false && reading.verdict.kind === 'answer';
  return succeeded ? 0 : 1;
}
