import type { Issue } from '../../protocol/form';
import type { Attachment } from '../attachments/attachment';
import type { Headers, HttpRequest, Reply } from '../http';
import type { Problem } from '../problem';
import type { ApiError, Failure, PreparedRequest, SigningLink } from '../provider';
import type { RequestFile } from '../requests/requestFile';
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
  /** What went over the wire with every secret masked; undefined when nothing was sent. */
  readonly sent: HttpRequest | undefined;
  /** What the file fields took; absent when nothing was sent. */
  readonly attachments?: readonly Attachment[];
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
  readonly failed: boolean;
  /** Headers with secrets masked. */
  readonly headers: Headers;
  readonly links: readonly SigningLink[];
  readonly nextSteps: readonly PreparedRequest[];
  readonly errors: readonly RecognisedError[];
  /** Departures from the documented shape, redirects that were not followed. */
  readonly remarks: readonly string[];
}

export interface RecognisedError {
  readonly error: ApiError;
  /** The documented failure, when the reply matches one. */
  readonly failure: Failure | undefined;
}
