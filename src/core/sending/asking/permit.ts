import type { RequestValues } from '../../operation';
import type { Problem } from '../../problems/problem';
import type { SendPorts } from '../ports';
import type { RewrittenRecipient } from '../rewriting/rewrittenRecipient';
import type { RunOrigin } from '../runOrigin';
import type { Target } from '../target';
import { isReading, mayBeSent, rememberAnswer } from './mayBeSent';
import { type Question, type Reason, withRecipients } from './question';

export interface Intent {
  readonly values: RequestValues;
  readonly origin: RunOrigin;
  /** The text that the values come from, where it leaves as it was written. */
  readonly written?: string | undefined;
  /** Who was replaced among the values. */
  readonly recipients?: readonly RewrittenRecipient[];
  /** What was agreed to before for the same request. */
  readonly agreed?: Question | undefined;
}

export type Permission =
  | { readonly kind: 'permitted'; readonly agreed: Question | undefined }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Puts the question that must be answered, if there is one, unless it asks nothing but what was agreed to before.
 */
export async function permit(
  ports: SendPorts,
  target: Target,
  { values, origin, written, recipients = [], agreed }: Intent,
): Promise<Permission> {
  if (origin.cause === 'reading' && !isReading(target.operation)) {
    throw new Error(`${target.operation.id} changes something: nobody asked for it to be sent.`);
  }
  const asked = mayBeSent(target, values, origin, ports.policy, written);
  const question = asked && withRecipients(asked, recipients);
  if (question === undefined || isWithin(question, agreed)) return { kind: 'permitted', agreed: question };
  if (ports.ask === undefined) return { kind: 'refused', problem: { kind: 'unanswered', question } };
  if (!(await ports.ask(question))) return { kind: 'refused', problem: { kind: 'declined', question } };
  rememberAnswer(question, target.connection, ports.policy);
  return { kind: 'permitted', agreed: question };
}

function isWithin({ reasons }: Question, agreed: Question | undefined): boolean {
  const known = new Set(agreed?.reasons.map(keyOf));
  return reasons.every((reason) => known.has(keyOf(reason)));
}

/** Time goes on between two questions. */
function keyOf(reason: Reason): string {
  return reason.kind === 'tooMany' ? reason.kind : JSON.stringify(reason);
}
