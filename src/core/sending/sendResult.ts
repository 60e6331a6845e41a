import type { Attachment } from '../attachments/attachment';
import type { HttpRequest } from '../http';
import type { Problem } from '../problems/problem';
import { maskerOf } from '../secrets/masker';
import { sortSecrets } from '../secrets/sortSecrets';
import type { RewrittenRecipient } from './rewriting/rewrittenRecipient';
import type { Secret, SendOutcome } from './run';

export interface SendResult {
  /** Masked; undefined when nothing was sent. */
  readonly sent: HttpRequest | undefined;
  /** What the file fields took; absent when nothing was sent. */
  readonly attachments?: readonly Attachment[];
  /** Who was replaced by an address or number of one's own; absent when nothing was sent. */
  readonly recipients?: readonly RewrittenRecipient[];
  readonly outcome: SendOutcome;
  readonly secrets: readonly Secret[];
}

/** Why a request did not leave, with its secrets masked. */
export function notSent(problem: Problem, secrets: readonly Secret[] = []): SendResult {
  const all = sortSecrets(secrets);
  const masked = all.length === 0 ? problem : maskerOf(all, undefined).value(problem);
  return { sent: undefined, outcome: { kind: 'failed', problem: masked }, secrets: all };
}
