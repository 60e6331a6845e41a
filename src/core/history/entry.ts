import type { BodyPart, Headers } from '../http';
import type { Problem } from '../problem';
import type { RequestFile } from '../requests/requestFile';

/** A stored run. Secrets, tokens and signing links are replaced by `‹secret:name›` before it is built. */
export interface HistoryEntry {
  readonly version: 1;
  readonly id: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  readonly provider: string;
  readonly operation: string;
  readonly connection: string;
  readonly environment: string;
  readonly baseUrl: string;
  readonly request: RequestFile;
  /** URI of the folder that relative file values start from, where there is one. */
  readonly folder?: string;
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
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What a list shows of an entry. */
export interface HistorySummary {
  readonly id: string;
  readonly sentAt: number;
  readonly provider: string;
  readonly operation: string;
  readonly connection: string;
  readonly environment: string;
  /** Absent when there was no reply. */
  readonly status?: number;
  readonly failed: boolean;
  readonly durationMs?: number;
}

/** Where entries are kept. Appending an entry never damages another one. */
export interface HistoryStore {
  append(entry: HistoryEntry): Promise<void>;
  /** Newest first. */
  list(limit: number, before?: string): Promise<readonly HistorySummary[]>;
  get(id: string): Promise<HistoryEntry | undefined>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}
