import { type Reply, replyJson, replyText } from '../http';
import type { RecognisedError } from '../sending/run';
import type { OperationCase } from './case';
import type { CaseFault } from './caseFault';
import type { KeptValues } from './keptValues';
import { mismatches } from './mismatches';

/** Compares status, headers and body of a reply. */
export function checkReply(
  kept: KeptValues,
  { reply: expected }: OperationCase,
  reply: Reply,
  pointer: string,
): readonly CaseFault[] {
  if (expected === undefined) return [];
  const { status, headers, body } = expected;
  if (reply.status !== status) {
    const message = `Expected status ${status}, found ${reply.status}: ${replyText(reply).slice(0, 300)}`;
    return [{ pointer: `${pointer}/status`, message, nextStep: 'Look at what was given before, and at the values.' }];
  }
  return [
    ...(headers === undefined ? [] : mismatches(reply.headers, kept.object(headers), `${pointer}/headers`)),
    ...(body === undefined ? [] : mismatches(replyJson(reply), kept.value(body), `${pointer}/body`)),
  ];
}

/** The one failure that a reply must be recognised as. */
export function checkFailure(
  { failure }: OperationCase,
  errors: readonly RecognisedError[],
  pointer: string,
): readonly CaseFault[] {
  if (failure === undefined) return [];
  const found = errors.map(
    (error) => error.failure?.id ?? `an unknown one (${error.error.message ?? error.error.code})`,
  );
  if (found.length === 1 && found[0] === failure) return [];
  const message = `Expected the failure "${failure}", found ${found.length === 0 ? 'none' : found.join(', ')}.`;
  return [{ pointer, message, nextStep: "Look at the texts of the provider's failures." }];
}
