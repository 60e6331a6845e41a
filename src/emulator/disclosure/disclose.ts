import type { EmulatedReply } from '../../core/emulation';
import type { Failure } from '../../core/failure';
import type { Provider } from '../../core/provider';
import { type AnswerPart, answerParts, illustrativeHeaders, notEmulatedHeader } from '../../core/replies/illustration';
import type { Answer } from './answer';

/** A reply of which no source gives all. */
export interface Disclosure {
  readonly provider: string;
  readonly method: string;
  /** As the operation writes it: what stands for its parameters may be a secret. */
  readonly path: string;
  readonly status: number;
  readonly parts: readonly AnswerPart[];
  /** Ids of the failures or of the operation, or where the names stand that only a strict emulator refuses. */
  readonly subjects: readonly string[];
  /** Title of the call, where the API has it and the emulator has not. */
  readonly absent?: string;
}

export type OnDisclosure = (disclosure: Disclosure) => void;

type Call = Pick<Disclosure, 'method' | 'path'>;

/** Adds to each reply which parts of it no source gives, and what the emulator has not. */
export function createDiscloser(
  provider: Provider,
  onDisclosure: OnDisclosure | undefined,
): (answer: Answer, call: Call) => EmulatedReply {
  const known = new Map(provider.failures.map((failure) => [failure.id, failure]));
  return (answer, call) => {
    const named = namedParts(answer, known);
    if (named.length === 0) return replyOf(answer);
    const { operation, failures, absent, undocumented, fault: _fault, ...reply } = answer;
    const parts = answerParts.filter((part) => named.includes(part));
    const subjects = undocumented ?? failures ?? (operation === undefined ? [] : [operation.id]);
    const told = { provider: provider.id, ...call, status: reply.status, parts, subjects };
    onDisclosure?.(absent === undefined ? told : { ...told, absent: absent.title });
    const headers = { ...illustrativeHeaders(parts), ...(absent && { [notEmulatedHeader]: absent.title }) };
    return { ...reply, headers: { ...reply.headers, ...headers } };
  };
}

function replyOf(answer: Answer): EmulatedReply {
  const { status, headers, body, delayMs, isCut } = answer;
  // Nearly every reply: to leave properties out of a copy takes longer than to name those that stay.
  if (headers === undefined && body !== undefined && delayMs === undefined && isCut === undefined)
    return { status, body };
  const { operation: _operation, failures: _failures, absent: _absent, fault: _fault, ...reply } = answer;
  return reply;
}

function namedParts(
  { operation, failures = [], absent, undocumented, status }: Answer,
  known: ReadonlyMap<string, Failure>,
): readonly AnswerPart[] {
  const refused = failures.flatMap((id) => known.get(id) ?? []);
  if (undocumented !== undefined) return ['status', 'code', 'message'];
  if (absent !== undefined) {
    // The API would not refuse at all.
    return ['status', 'message', ...(refused.some(({ code }) => code !== undefined) ? (['code'] as const) : [])];
  }
  return failures.length > 0
    ? refused.flatMap(({ illustrative = [] }) => illustrative)
    : (operation?.illustrative?.[status] ?? []);
}
