import type { Reply } from '../http';
import type { ApiError, Failure, Operation, Provider } from '../provider';
import type { RecognisedError } from './run';

/** The errors a reply names, each with the documented failure that fits it best. */
export function recogniseErrors(provider: Provider, operation: Operation, reply: Reply): readonly RecognisedError[] {
  return provider.readErrors(reply).map((error) => ({
    error,
    failure: bestFailure(provider.failures, operation, reply.status, error),
  }));
}

function bestFailure(
  failures: readonly Failure[],
  operation: Operation,
  status: number,
  error: ApiError,
): Failure | undefined {
  const scored = failures
    .map((failure) => ({ failure, score: score(failure, operation, status, error) }))
    .filter((candidate) => candidate.score > 0)
    .sort((one, other) => other.score - one.score);
  return scored[0]?.failure;
}

/** The text decides, then the code; an API reuses codes more often than texts. 0 is no match. */
function score(failure: Failure, operation: Operation, status: number, error: ApiError): number {
  const sameText = error.message !== undefined && fitsText(failure.message, error.message);
  const sameCode = failure.code !== undefined && String(failure.code) === String(error.code);
  if (!sameText && !(sameCode && failure.illustrative === undefined)) return 0;
  const documented = operation.failures?.includes(failure.id) ? 2 : 0;
  return (sameText ? 8 : 0) + (sameCode ? 4 : 0) + documented + (failure.status === status ? 1 : 0);
}

function fitsText(template: string, message: string): boolean {
  const parts = template.toLowerCase().split(/\{\w+\}/);
  let rest = message.toLowerCase().trim();
  if (!rest.startsWith(parts[0] ?? '')) return false;
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return parts.at(-1) === '' || rest === '';
}
