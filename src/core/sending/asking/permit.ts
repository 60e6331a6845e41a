import type { RequestValues } from '../../operation';
import type { Problem } from '../../problem';
import type { SendPorts } from '../ports';
import type { RunOrigin } from '../runOrigin';
import type { Target } from '../target';
import { isReading, mayBeSent, rememberAnswer } from './mayBeSent';

/** Puts the question that must be answered, if there is one. Gives back why nothing may be sent. */
export async function permit(
  ports: SendPorts,
  target: Target,
  values: RequestValues,
  origin: RunOrigin,
  written?: string,
): Promise<Problem | undefined> {
  if (origin.cause === 'reading' && !isReading(target.operation)) {
    throw new Error(`${target.operation.id} changes something: nobody asked for it to be sent.`);
  }
  const question = mayBeSent(target, values, origin, ports.policy, written);
  if (question === undefined) return undefined;
  if (ports.ask === undefined) return { kind: 'unanswered', question };
  if (!(await ports.ask(question))) return { kind: 'declined', question };
  rememberAnswer(question, target.connection, ports.policy);
  return undefined;
}
