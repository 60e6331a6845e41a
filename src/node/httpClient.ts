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
import { contentEncoding } from '../core/replies/body/contentEncoding';
import { errorCode } from '../core/typing/errorCode';
import { unpack } from './unpack';

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
      headers: { 'accept-encoding': 'gzip, deflate, br', ...request.headers },
      // node-fetch takes a packed body that is cut off for a whole one.
      compress: false,
      ...(request.body && { body: contentOf(request.body) }),
      redirect: 'manual',
      signal: watch.signal,
    });
    watch.connected();
    const body = await readBody(response, limits.maxBytes, watch);
    return { kind: 'replied', reply: replyOf(response, body, performance.now() - start) };
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

type Body = Pick<Reply, 'bytes' | 'incomplete'>;

/** What comes of the body. When it breaks off, what had come stays. */
async function readBody(response: Response, maxBytes: number, watch: Watch): Promise<Body> {
  const chunks: Buffer[] = [];
  try {
    await collect(response, chunks, maxBytes, watch);
    return { bytes: Buffer.concat(chunks) };
  } catch (error: unknown) {
    if (watch.failure !== undefined) throw error;
    return { bytes: Buffer.concat(chunks), incomplete: isDamage(codeOf(error)) ? 'damaged' : 'cut' };
  }
}

/** Whether it could not be unpacked; one that ends too early is only cut off. */
function isDamage(code: string): boolean {
  return code !== 'Z_BUF_ERROR' && unpackingCode.test(code);
}

/** zlib's own codes, and Node's for Brotli. */
const unpackingCode = /^Z_|^ERR_(_ERROR_|BROTLI|ZLIB)|BROTLI/;

/** Counts unpacked bytes: a small body may hold any number of them. */
async function collect(response: Response, chunks: Buffer[], maxBytes: number, watch: Watch): Promise<void> {
  let size = 0;
  if (response.body === null) return;
  await unpack(response.body, contentEncoding(headersOf(response)), (bytes) => {
    size += bytes.length;
    if (size > maxBytes) {
      watch.abort({ kind: 'tooLarge', maxBytes });
      throw new Error('The reply is larger than allowed.');
    }
    chunks.push(bytes);
  });
}

function replyOf(response: Response, body: Body, durationMs: number): Reply {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: headersOf(response),
    ...body,
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

/** Codes of a connection that stood and ended before a reply began. */
const brokenCode =
  /^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_WRITE_AFTER_END|ERR_STREAM_DESTROYED)$/;

function failureOf(error: unknown): HttpFailure {
  const code = codeOf(error);
  const kind = kindOf(code, error);
  return { kind, code, detail: descriptions[`${kind} ${code}`] ?? descriptions[code] ?? fallbacks[kind] };
}

type FailureKind = Extract<HttpFailure, { code: string }>['kind'];

function kindOf(code: string, error: unknown): FailureKind {
  if (certificateCode.test(code)) return 'untrustedCertificate';
  // The parser of HTTP complains about bytes, so bytes came.
  if (/^HPE_/.test(code)) return 'malformedReply';
  const isHandshake = error instanceof Error && /before secure TLS connection/.test(error.message);
  return brokenCode.test(code) && !isHandshake ? 'brokenOff' : 'unreachable';
}

function codeOf(error: unknown): string {
  return errorCode(error) ?? errorCode(error instanceof Error ? error.cause : undefined) ?? 'UNKNOWN';
}

/** In our words: those of Node name the whole URL, which may hold a secret, or nothing that helps. */
const descriptions: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens at this address',
  'unreachable ECONNRESET': 'The server ended the connection before it was secure',
  ECONNRESET: 'The server closed the connection before it answered',
  EPIPE: 'The server closed the connection while the request was sent',
  ERR_STREAM_PREMATURE_CLOSE: 'The server closed the connection before it answered',
  HPE_HEADER_OVERFLOW: 'The headers of the reply are larger than allowed',
  HPE_INVALID_CONSTANT: 'The reply does not begin as HTTP does',
  ENOTFOUND: 'The host name is not known',
  EAI_AGAIN: 'The host name could not be looked up',
  EHOSTUNREACH: 'There is no route to the host',
  ENETUNREACH: 'The network cannot be reached',
  ETIMEDOUT: 'The connection was not answered',
  EPROTO: 'No secure connection could be made; perhaps the port speaks plain http',
  ERR_SSL_WRONG_VERSION_NUMBER: 'The port does not speak https',
  ERR_INVALID_CHAR: 'It holds a character that no header may hold',
  CERT_HAS_EXPIRED: 'It has expired',
  CERT_NOT_YET_VALID: 'It is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'It is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its authority is self-signed and not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Its authority is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'Its authority is not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'It was made for another host name',
};

const fallbacks: Readonly<Record<FailureKind, string>> = {
  unreachable: 'No connection could be made',
  brokenOff: 'The connection ended before a reply came',
  malformedReply: 'What came cannot be read as HTTP',
  untrustedCertificate: 'It does not hold',
};
