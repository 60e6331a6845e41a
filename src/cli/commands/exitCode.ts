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
  'invalidTls',
  'unusableCertificate',
  'invalidAddress',
  'unsendableBody',
  'invalidRewriting',
  'notRewritten',
  'unknownVariable',
  'credentialsNotAllowed',
  'malformedCredential',
  'unreadableFile',
]);

/** What kept anything from being sent counts most, then what got no reply. */
const codesByWeight = [2, 4, 3, 1];

/** Of several, the one that counts most. */
export function worstCode(codes: readonly number[]): number {
  return codesByWeight.find((code) => codes.includes(code)) ?? 0;
}

export function exitCodeOf({ run, problem }: SentFile): number {
  // What holds it back has a code of its own.
  if (problem?.kind === 'heldBack') return 0;
  if (problem !== undefined) return problemCode(problem);
  const reading = run?.outcome.kind === 'replied' ? run.outcome.reading : undefined;
  const succeeded = reading?.failed === false && reading.verdict.kind === 'answer';
  return succeeded ? 0 : 1;
}

export function problemCode({ kind }: Problem): number {
  if (kind === 'unanswered') return 4;
  return invalid.has(kind) ? 2 : 3;
}
