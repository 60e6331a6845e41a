import type { EmulatedReply } from '../../core/emulation';
import type { Provider } from '../../core/provider';
import { type AnswerPart, answerParts, illustrativeHeaders } from '../../core/replies/illustration';
import type { Answer } from './answer';

/** A reply of which no source gives all. */
export interface Disclosure {
  readonly provider: string;
  readonly method: string;
  /** As the operation writes it: what stands for its parameters may be a secret. */
  readonly path: string;
  readonly status: number;
  readonly parts: readonly AnswerPart[];
  /** Ids of the failures, or of the operation. */
  readonly subjects: readonly string[];
}

export type OnDisclosure = (disclosure: Disclosure) => void;

type Call = Pick<Disclosure, 'method' | 'path'>;

/** Adds to each reply which parts of it no source gives. */
export function createDiscloser(
  provider: Provider,
  onDisclosure: OnDisclosure | undefined,
): (answer: Answer, call: Call) => EmulatedReply {
  const known = new Map(provider.failures.map((failure) => [failure.id, failure]));
  return ({ operation, failures, ...reply }, call) => {
    const named: readonly AnswerPart[] =
      failures?.flatMap((id) => known.get(id)?.illustrative ?? []) ?? operation?.illustrative?.[reply.status] ?? [];
    if (named.length === 0) return reply;
    const parts = answerParts.filter((part) => named.includes(part));
    const subjects = failures ?? (operation === undefined ? [] : [operation.id]);
    onDisclosure?.({ provider: provider.id, ...call, status: reply.status, parts, subjects });
    return { ...reply, headers: { ...reply.headers, ...illustrativeHeaders(parts) } };
  };
}
