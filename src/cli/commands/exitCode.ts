import type { Problem, ProblemKind } from '../../core/problems/problem';
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
  if (problem !== undefined) return problemCode(problem);
  const reading = run?.outcome.kind === 'replied' ? run.outcome.reading : undefined;
  const succeeded = reading?.failed === false && reading.verdict.kind === 'answer';
  return succeeded ? 0 : 1;
}

export function problemCode({ kind }: Problem): number {
  if (kind === 'unanswered') return 4;
  return invalid.has(kind) ? 2 : 3;
}
