import type { ApiError, Failure } from '../failure';
import type { Reply } from '../http';
import type { Operation } from '../operation';
import type { Provider } from '../provider';
import type { RecognisedError } from './run';

/** More errors of a reply than this are not explained: nobody reads on. */
export const mostExplained = 20;

/** More errors of a reply than this are not looked at. */
export const mostLookedAt = 1_000;

export interface RecognisedErrors {
  readonly errors: readonly RecognisedError[];
  /** How many others the reply names. */
  readonly moreErrors: number;
}

/** Of a reply that is not asked for errors. */
export const noErrors: RecognisedErrors = { errors: [], moreErrors: 0 };

/** The first errors a reply names, each with the documented failure that fits it best. */
export function recogniseErrors(provider: Provider, operation: Operation, reply: Reply): RecognisedErrors {
  const named = provider.readErrors(reply);
  const errors: RecognisedError[] = [];
  let explained = 0;
  for (const error of named.slice(0, mostLookedAt)) {
    if (explained === mostExplained) break;
    const recognised = recognise(provider, operation, reply, error);
    if (recognised.failure !== undefined || recognised.isCatchAll) explained += 1;
    errors.push(recognised);
  }
  return { errors, moreErrors: named.length - errors.length };
}

function recognise(provider: Provider, operation: Operation, reply: Reply, error: ApiError): RecognisedError {
  const codes = catchAllCodes(provider.failures);
  const failure = bestFailure(provider.failures, operation, reply, { ...error, codes });
  const isCatchAll = failure === undefined && error.message !== undefined && codes.has(String(error.code));
  return { error, failure, ...(isCatchAll && { isCatchAll }) };
}

interface Named extends ApiError {
  /** Codes that say nothing on their own. */
  readonly codes: ReadonlySet<string>;
}

function bestFailure(
  failures: readonly Failure[],
  operation: Operation,
  reply: Reply,
  error: Named,
): Failure | undefined {
  const scored = failures
    .map((failure) => ({ failure, score: score(failure, operation, reply, error) }))
    .filter((candidate) => candidate.score > 0)
    .sort((one, other) => other.score - one.score);
  return scored[0]?.failure;
}

/** The text decides, then the code where it stands for one failure. 0 is no match. */
function score(failure: Failure, operation: Operation, { status, bytes }: Reply, error: Named): number {
  const sameText = error.message !== undefined && fitsText(failure.message, error.message);
  const sameCode = failure.code !== undefined && String(failure.code) === String(error.code);
  // An empty body names no code: what stands for it is the status, and a gateway has that, too.
  const codeTells = !failure.illustrative?.includes('code') && bytes.length > 0 && !error.codes.has(String(error.code));
  if (!sameText && !(sameCode && codeTells)) return 0;
  const documented = operation.failures?.includes(failure.id) ? 2 : 0;
  return (sameText ? 8 : 0) + (sameCode ? 4 : 0) + documented + (failure.status === status ? 1 : 0);
}

const codesOf = new WeakMap<readonly Failure[], ReadonlySet<string>>();

/** Codes that come with several texts. */
function catchAllCodes(failures: readonly Failure[]): ReadonlySet<string> {
  const known = codesOf.get(failures);
  if (known !== undefined) return known;
  const texts = new Map<string, Set<string>>();
  for (const { code, message } of failures) {
    if (code === undefined) continue;
    texts.set(String(code), (texts.get(String(code)) ?? new Set()).add(message));
  }
  const codes = new Set([...texts].filter(([, messages]) => messages.size > 1).map(([code]) => code));
  codesOf.set(failures, codes);
  return codes;
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
