import type { Issue } from '../../protocol/form';
import type { ReplyTiming } from '../../protocol/reply';
import type { BodyPart, Headers } from '../http';
import type { Problem } from '../problems/problem';
import type { RequestFile } from '../requests/requestFile';
import type { RewrittenRecipient } from '../sending/rewriting/rewrittenRecipient';
import type { RunCause, ScenarioOrigin } from '../sending/runOrigin';
import type { TracedParts } from './valueTrail';

/** Which run it was. */
interface RunNames {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  readonly provider: string;
  readonly operation: string;
  readonly connection: string;
  readonly environment: string;
  /** Of a request that a scenario sent. */
  readonly scenario?: ScenarioOrigin;
  readonly subject?: EntrySubject;
}

/** What a run was about, as far as request and reply tell. */
export interface EntrySubject {
  /** Id of the document, or of what the API has in its place. */
  readonly document?: string;
  /** Of the document. */
  readonly title?: string;
  /** Whom it was for: what a person calls them by. */
  readonly recipient?: string;
}

/** What was written to an entry when it was there. */
export interface EntryNotes {
  /** A pinned entry outlives the limit of the history. */
  readonly pinned?: boolean;
  readonly name?: string;
  /** How the run of a scenario ended that sent this last. */
  readonly scenarioEnd?: ScenarioEnd;
}

/** `skipped`: it was stopped on the way. */
export const scenarioEnds = ['passed', 'failed', 'skipped'] as const;
export type ScenarioEnd = (typeof scenarioEnds)[number];

/** A stored run. Secrets, tokens and signing links are replaced by `‹secret:name›` before it is built. */
export interface HistoryEntry extends RunNames {
  readonly version: 1;
  readonly baseUrl: string;
  readonly request: RequestFile;
  /** URI of the folder that relative file values start from, where there is one. */
  readonly folder?: string;
  readonly cause?: RunCause;
  /** Who was replaced by an address or number of one's own; the request holds whom it names. */
  readonly recipients?: readonly RewrittenRecipient[];
  /** Errors that were foreseen, and sent in spite of. */
  readonly inSpiteOf?: readonly Issue[];
  /** What the masked values of the request are made of, by pointer, where earlier replies brought them. */
  readonly traced?: Readonly<Record<string, TracedParts>>;
  readonly sent: StoredRequest | undefined;
  readonly outcome: StoredOutcome;
}

export interface StoredRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** Only the beginning of the body was kept. */
  readonly isCut?: boolean;
  /** Of a multipart body that was kept whole; content that stands in the request is not repeated. */
  readonly parts?: readonly BodyPart[];
}

export type StoredOutcome =
  | {
      readonly kind: 'replied';
      readonly status: number;
      readonly statusText: string;
      readonly failed: boolean;
      readonly headers: Headers;
      /** At most 64 KB of it. */
      readonly body: string;
      readonly truncated: boolean;
      /** Bytes of the whole body. */
      readonly size: number;
      readonly durationMs: number;
      /** What the duration was spent on; entries of an earlier version do not say. */
      readonly timing?: ReplyTiming;
      /** Bytes of the body as it came over the wire. */
      readonly wireSize?: number;
      /** Why the body was only a part when it came, see Reply. */
      readonly incomplete?: 'cut' | 'damaged';
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What a list shows of an entry. */
export interface HistorySummary extends RunNames, EntryNotes {
  /** Absent when there was no reply. */
  readonly status?: number;
  readonly failed: boolean;
  readonly durationMs?: number;
}

/** Some of the newest entries, and what was passed over between them. */
export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistorySummary[];
  readonly unreadable: UnreadableEntries;
}

/** How many entries are there that cannot be shown. */
export interface UnreadableEntries {
  readonly damaged: number;
  /** Written by a later version of this product. */
  readonly newer: number;
}

/** What is looked for: an entry is found that has all of what is given. */
export interface HistoryQuery {
  /** Anywhere in the request and the reply as kept, and in the names of the run; upper and lower case are the same. */
  readonly text?: string;
  /** One of them, each by its id; the same below. */
  readonly providers?: readonly string[];
  readonly connections?: readonly string[];
  readonly operations?: readonly string[];
  /** `worked`: the API said so. What got no reply has failed. */
  readonly outcome?: 'worked' | 'failed';
  /** Id of the document that the run was about. */
  readonly document?: string;
  /** Run of a scenario. */
  readonly scenario?: string;
  readonly pinned?: boolean;
}

/** Which run is comparable with another one. */
export interface ComparableRuns {
  readonly provider: string;
  readonly operation: string;
  readonly connection?: string;
  readonly document?: string;
}

export interface HistoryListing {
  /** Id of the entry to go on after, towards the older ones: the last one of the page before. */
  readonly before?: string;
  readonly query?: HistoryQuery;
  /** Ends a search that nobody waits for any more: it rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** Undefined as long as the history is switched off. */
export type OpenHistory = () => Promise<HistoryStore | undefined>;

/** Where entries are kept. Appending an entry never damages another one. Throws nothing but a `HistoryError`. */
export interface HistoryStore {
  /** For a person who looks for it. */
  readonly location: string;
  /** Resolves when the entry is on the disk, whole. */
  append(entry: HistoryEntry): Promise<void>;
  /** Newest first. Fewer than the limit: there are no more. */
  list(limit: number, listing?: HistoryListing): Promise<HistoryPage>;
  get(id: string): Promise<HistoryEntry | undefined>;
  /** Changes what is given and leaves the rest; an empty name takes it away. */
  annotate(id: string, notes: EntryNotes): Promise<void>;
  /** Resolves when nothing of the entry is left on the disk. */
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}
