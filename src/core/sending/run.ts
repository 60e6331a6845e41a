import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import type { Attachment } from '../attachments/attachment';
import type { ApiError, Failure } from '../failure';
import type { Headers, HttpRequest, Reply } from '../http';
import type { PreparedRequest, SigningLink } from '../operation';
import type { Problem } from '../problems/problem';
import type { GeneralExplanation, Verdict } from '../replies/judging/verdict';
import type { RequestFile } from '../requests/requestFile';
import type { RewrittenRecipient } from './rewriting/rewrittenRecipient';
import type { RunOrigin } from './runOrigin';

/** One sending of a request. Lives in memory only: it holds links and the unmasked reply. */
export interface Run {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  /** As it stood in the file, references to secrets unresolved. Of a file that cannot be read its names are empty. */
  readonly request: RequestFile;
  readonly origin: RunOrigin;
  readonly provider: string;
  readonly environment: string;
  readonly baseUrl: string;
  /** Its connection believes whoever answers. */
  readonly isUnchecked?: true;
  /** What went over the wire with every secret masked; undefined when nothing was sent. */
  readonly sent: HttpRequest | undefined;
  /** What the file fields took; absent when nothing was sent. */
  readonly attachments?: readonly Attachment[];
  /** Who was replaced by an address or number of one's own; absent when nobody was. */
  readonly recipients?: readonly RewrittenRecipient[];
  /** Errors that were foreseen, and sent in spite of. */
  readonly inSpiteOf: readonly Issue[];
  readonly outcome: SendOutcome;
  /** Values that must never be printed or stored, longest first. */
  readonly secrets: readonly Secret[];
}

export interface Secret {
  /** What stands in its place: `‹secret:name›`. */
  readonly name: string;
  readonly value: string;
}

export type SendOutcome =
  | { readonly kind: 'replied'; readonly reply: Reply; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What a reply means, by the operation's own definition. */
export interface Reading {
  /** Whether the reply is the API's own word. What is not has failed, whatever its status. */
  readonly verdict: Verdict;
  readonly failed: boolean;
  /** Headers with secrets masked. */
  readonly headers: Headers;
  readonly links: readonly SigningLink[];
  readonly nextSteps: readonly PreparedRequest[];
  readonly errors: readonly RecognisedError[];
  /** How many other errors the reply names: they are not looked at. */
  readonly moreErrors: number;
  /** What is said of the reply beside the provider's own failures. */
  readonly general: readonly GeneralExplanation[];
  /** What happened on the way, such as redirects, and links that are none. */
  readonly remarks: readonly string[];
}

/** What is remarked of a reply: errors left out, what happened on the way, where it departs from its documentation. */
export function remarksOf({ remarks, verdict, moreErrors }: Reading): readonly string[] {
  const more = moreErrors === 0 ? [] : [moreErrorsText(moreErrors)];
  return verdict.kind === 'answer' ? [...more, ...remarks, ...verdict.departures] : [...more, ...remarks];
}

function moreErrorsText(count: number): string {
  return count === 1
    ? t('The reply names one more error, which is not explained here. The body holds all of them.')
    : t('The reply names {0} more errors, which are not explained here. The body holds all of them.', count);
}

export interface RecognisedError {
  readonly error: ApiError;
  /** The documented failure, when the reply matches one. */
  readonly failure: Failure | undefined;
  /** The code stands for many failures, and the text is none that is known. */
  readonly isCatchAll?: true;
}
