import { type Reply, replyJson, replyText } from '../http';
import type { RecognisedError } from '../sending/run';
import type { OperationCase } from './case';
import type { CaseFault } from './caseFault';
import { statusCriterion } from './cases/stepCriteria';
import type { Check, Criterion } from './criteria/criterion';
import type { KeptValues } from './keptValues';
import { mismatches } from './mismatches';

/** What is asked of the reply as a step of a scenario asks it: the rest of what a case expects is none of Arazzo's. */
export function replyCriteria({ reply }: OperationCase, pointer: string): readonly Criterion[] {
  return reply === undefined ? [] : [statusCriterion(reply.status, pointer)];
}

/** What came of asking, and where headers and body are not what is expected. */
export function checkReply(
  kept: KeptValues,
  { reply: expected }: OperationCase,
  { reply, checks }: AskedReply,
  pointer: string,
): readonly CaseFault[] {
  if (expected === undefined) return [];
  const { status, headers, body } = expected;
  const unmet = checks.find((check) => check.pointer === `${pointer}/status` && !check.passed);
  if (unmet !== undefined) {
    const message = `Expected status ${status}, found ${String(unmet.actual)}: ${replyText(reply).slice(0, 300)}`;
    return [{ pointer: unmet.pointer, message, nextStep: 'Look at what was given before, and at the values.' }];
  }
  return [
    ...(headers === undefined ? [] : mismatches(reply.headers, kept.object(headers), `${pointer}/headers`)),
    ...(body === undefined ? [] : mismatches(replyJson(reply), kept.value(body), `${pointer}/body`)),
  ];
}

interface AskedReply {
  readonly reply: Reply;
  readonly checks: readonly Check[];
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
