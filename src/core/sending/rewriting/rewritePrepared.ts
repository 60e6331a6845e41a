import type { Credentials } from '../../auth';
import type { RequestValues } from '../../operation';
import type { Problem } from '../../problems/problem';
import { inLowerCase, mailAddresses } from '../asking/allowList';
import { isReading } from '../asking/mayBeSent';
import type { RunOrigin } from '../runOrigin';
import type { Target } from '../target';
import { type RewriteOutcome, rewriteRecipients } from './rewriteRecipients';
import type { RewrittenRecipient } from './rewrittenRecipient';

export interface Rewritable {
  readonly values: RequestValues;
  readonly written: string | undefined;
  readonly origin: RunOrigin;
  readonly credentials: Credentials;
}

export interface RewrittenRequest {
  readonly values: RequestValues;
  readonly written: string | undefined;
  readonly recipients: readonly RewrittenRecipient[];
}

/**
 * What leaves in the place of checked values where their connection rewrites recipients. The product's own reading goes
 * by what the API said, and calls for tokens name the account: both are left as they are.
 */
export function rewritePrepared(
  { connection, operation }: Target,
  { values, written, origin, credentials }: Rewritable,
): RewrittenRequest | { readonly problem: Problem } {
  const { rewriting } = connection;
  const isTokenCall = (operation.authorization ?? 'token') !== 'token';
  const isLeft = isTokenCall || (origin.cause === 'reading' && isReading(operation));
  if (rewriting === undefined || isLeft) return { values, written, recipients: [] };
  const own = Object.values(credentials).flatMap((value) => mailAddresses(inLowerCase(value)));
  const outcome = rewriteRecipients(rewriting, { operation, values, written, own });
  return outcome.kind === 'rewritten' ? outcome : { problem: problemOf(outcome, connection.title) };
}

function problemOf(outcome: Extract<RewriteOutcome, { kind: 'refused' }>, connection: string): Problem {
  return { kind: 'notRewritten', connection, recipient: outcome.recipient, reason: outcome.reason };
}
