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
  const [first = '', ...others] = template.toLowerCase().split(/\{\w+\}/);
  const text = message.toLowerCase().trim();
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= text.length - last.length;
}
