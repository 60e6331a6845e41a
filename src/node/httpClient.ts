import fetch, { type Response } from 'node-fetch';
import type {
  Headers,
  HttpBody,
  HttpClient,
  HttpFailure,
  HttpLimits,
  HttpOutcome,
  HttpRequest,
  Reply,
} from '../core/http';

/** node-fetch behind the port: no redirect followed, every wait and every size limited. */
export function createHttpClient(): HttpClient {
  return { send };
}

async function send(request: HttpRequest, limits: HttpLimits, signal?: AbortSignal): Promise<HttpOutcome> {
  // node-fetch would throw out of reach of any handler when a call with a body begins aborted.
  if (signal?.aborted) return { kind: 'failed', failure: { kind: 'cancelled' } };
  const watch = new Watch(limits, signal);
  const start = performance.now();
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers },
      ...(request.body && { body: contentOf(request.body) }),
      redirect: 'manual',
      signal: watch.signal,
    });
    watch.connected();
    const bytes = await readBody(response, limits.maxBytes, watch);
    return { kind: 'replied', reply: replyOf(response, bytes, performance.now() - start) };
  } catch (error: unknown) {
    return { kind: 'failed', failure: watch.failure ?? failureOf(error) };
  } finally {
    watch.end();
  }
}

function contentOf({ text, bytes }: HttpBody): string | Buffer {
  return bytes === undefined ? text : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Aborts the call when it is cancelled, takes too long or sends too much, and remembers which of them it was. */
class Watch {
  failure: HttpFailure | undefined;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #connect: NodeJS.Timeout;
  readonly #total: NodeJS.Timeout;
  readonly #cancel = () => this.abort({ kind: 'cancelled' });

  constructor({ connectTimeoutMs, totalTimeoutMs }: HttpLimits, caller: AbortSignal | undefined) {
    this.#connect = this.#after('connect', connectTimeoutMs);
    this.#total = this.#after('total', totalTimeoutMs);
    this.#caller = caller;
    caller?.addEventListener('abort', this.#cancel, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  abort(failure: HttpFailure): void {
    this.failure ??= failure;
    this.#controller.abort();
  }

  connected(): void {
    clearTimeout(this.#connect);
  }

  end(): void {
    clearTimeout(this.#connect);
    clearTimeout(this.#total);
    this.#caller?.removeEventListener('abort', this.#cancel);
  }

  #after(phase: 'connect' | 'total', afterMs: number): NodeJS.Timeout {
    return setTimeout(() => this.abort({ kind: 'timedOut', phase, afterMs }), afterMs);
  }
}

/** Counts decoded bytes itself: node-fetch's own limit does not hold for a body that is streamed. */
async function readBody(response: Response, maxBytes: number, watch: Watch): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (response.body === null) return new Uint8Array();
  for await (const chunk of response.body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) {
      watch.abort({ kind: 'tooLarge', maxBytes });
      throw new Error('The reply is larger than allowed.');
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function replyOf(response: Response, bytes: Uint8Array, durationMs: number): Reply {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: headersOf(response),
    bytes,
    durationMs,
  };
}

/** Lower case names; a header that came several times is joined with a comma. */
function headersOf(response: Response): Headers {
  return Object.fromEntries(response.headers);
}

/** OpenSSL's names for a certificate that does not hold, and Node's for a name that does not match. */
const certificateCode =
  /CERT|^UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|^(INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/;

function failureOf(error: unknown): HttpFailure {
  const { code, message, cause } = error as { code?: string; message?: string; cause?: { code?: string } };
  const known = code ?? cause?.code ?? 'UNKNOWN';
  const kind = certificateCode.test(known) ? 'untrustedCertificate' : 'unreachable';
  return { kind, code: known, detail: describe(known, message ?? String(error)) };
}

const descriptions: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens at this address',
  ECONNRESET: 'The server closed the connection before its reply was complete',
  ERR_STREAM_PREMATURE_CLOSE: 'The server closed the connection before its reply was complete',
  ENOTFOUND: 'The host name is not known',
  EAI_AGAIN: 'The host name could not be looked up',
  EHOSTUNREACH: 'There is no route to the host',
  ENETUNREACH: 'The network cannot be reached',
  ETIMEDOUT: 'The connection was not answered',
  CERT_HAS_EXPIRED: 'It has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'It is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its authority is self-signed and not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'It was made for another host name',
};

/** node-fetch puts the whole URL into its messages, which may hold a secret. */
function describe(code: string, message: string): string {
  const known = Object.hasOwn(descriptions, code) ? descriptions[code] : undefined;
  return known ?? message.replace(/^request to \S+ failed, reason: /, '').replace(/https?:\/\/\S+/g, 'the address');
}
