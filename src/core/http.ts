import type { HeaderLine, ReplyTiming } from '../protocol/reply';
import type { Address } from './addresses/address';
import type { TlsMaterial } from './connections/connectionTls';
import { replyBody } from './replies/body/replyBody';
import type { BodyKeeper, WholeBody } from './replies/body/wholeBody';

export type { HeaderLine };

/** Header names are lower case throughout. */
export type Headers = Readonly<Record<string, string>>;

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: HttpBody | undefined;
}

/** A request whose address was confirmed: the only kind that is sent. */
export interface ConfirmedRequest extends HttpRequest {
  readonly url: Address;
  /** What the connection has of its own for it. */
  readonly tls?: TlsMaterial;
  /** Sent as they stand, and nothing else but Host and Content-Length; instead of `headers`. */
  readonly headerLines?: readonly HeaderLine[];
}

/** `text` is what is printed and stored; `bytes` and `parts` are set when the body is not text (multipart). */
export interface HttpBody {
  readonly text: string;
  readonly bytes?: Uint8Array;
  readonly parts?: readonly BodyPart[];
  /** Only the beginning of it was kept. */
  readonly isCut?: boolean;
}

export type BodyPart = { readonly kind: 'text'; readonly name: string; readonly value: string } | FilePart;

export interface FilePart {
  readonly kind: 'file';
  readonly name: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** As the request names the file; undefined for content that stands in the request itself. */
  readonly path: string | undefined;
  readonly bytes?: Uint8Array;
}

/** What the server answered, whatever the status. */
export interface Reply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** From the first byte sent to the last byte received. */
  readonly durationMs: number;
  /** Why the bytes are only a part: the connection ended before the body did, or it could not be unpacked. */
  readonly incomplete?: 'cut' | 'damaged';
  /** Set where the bytes are only the beginning, since the whole is larger than what is read. */
  readonly whole?: WholeBody;
  /** Bytes of the body as it came over the wire, packed or not. */
  readonly wireSize?: number;
  /** What the duration was spent on. */
  readonly timing?: ReplyTiming;
}

/** Bytes of the decoded body, as far as it came. */
export function sizeOf({ bytes, whole }: Reply): number {
  return whole?.size ?? bytes.length;
}

/** The body as text, in the charset it came in; empty for what is no text. */
export function replyText(reply: Reply): string {
  const body = replyBody(reply);
  return 'text' in body ? body.text : '';
}

/** The body as JSON, undefined when it is empty or not JSON. */
export function replyJson(reply: Reply): unknown {
  const body = replyBody(reply);
  return body.kind === 'json' ? body.value : undefined;
}

export interface HttpLimits {
  /** Until the connection stands and the first byte of the reply has come. */
  readonly connectTimeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Of the decoded body: what is read and judged. */
  readonly maxBytes: number;
  /** What becomes of a larger one: only its beginning is taken, or all of it is kept. Without it, it is refused. */
  readonly larger?: 'cut' | BodyKeeper;
}

export const defaultLimits: HttpLimits = {
  connectTimeoutMs: 30_000,
  totalTimeoutMs: 60_000,
  maxBytes: 10 * 1024 * 1024,
};

/** Leaves nothing of a body that was kept, where nobody looks at its reply any more. */
export async function dropWhole({ larger }: HttpLimits, { whole }: Reply): Promise<void> {
  if (whole?.kind === 'kept' && typeof larger === 'object') await larger.remove(whole.place);
}

export type HttpOutcome =
  | { readonly kind: 'replied'; readonly reply: Reply }
  | { readonly kind: 'failed'; readonly failure: HttpFailure };

/** Why there is no reply. */
export type HttpFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timedOut'; readonly phase: 'connect' | 'total'; readonly afterMs: number }
  | { readonly kind: 'tooLarge'; readonly maxBytes: number }
  /** Nothing was sent. `code` is the system's, such as ECONNREFUSED or ENOTFOUND. */
  | { readonly kind: 'unreachable'; readonly code: string; readonly detail: string }
  /** The server was reached, and the connection ended before a reply came. */
  | { readonly kind: 'brokenOff'; readonly code: string; readonly detail: string }
  /** The server answered, but no HTTP that could be read. */
  | { readonly kind: 'malformedReply'; readonly code: string; readonly detail: string }
  | { readonly kind: 'untrustedCertificate'; readonly code: string; readonly detail: string }
  /** The server or what stands before it wants a certificate of this side, or another one. */
  | { readonly kind: 'clientCertificate'; readonly code: string; readonly detail: string }
  | ProxyFailure;

/** The proxy did not take the call to its server: nothing that came is the API's answer. */
export interface ProxyFailure {
  readonly kind: 'proxyFailed';
  /** Its address without credentials. */
  readonly proxy: string;
  /** The variable or setting that names it. */
  readonly source: string;
  /** `unreachable`: it was not reached. `refused`: it answered and did not connect. `ended`: it ended the connection. */
  readonly fault: 'unreachable' | 'refused' | 'ended';
  /** Of its own answer. */
  readonly status?: number;
  /** The system's, such as ECONNREFUSED. */
  readonly code?: string;
  readonly detail: string;
  /** It had the whole request, and may have passed it on. */
  readonly mayHavePassedOn?: true;
}

/** Sends one request and follows no redirect. Never throws for what the network does. */
export interface HttpClient {
  send(request: ConfirmedRequest, limits: HttpLimits, signal?: AbortSignal): Promise<HttpOutcome>;
}
