import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmulatedReply, EmulatedRequest } from '../core/emulation';
import type { Headers } from '../core/http';
import type { Emulator } from '../emulator/engine';

export interface ServerLimits {
  readonly maxBodyBytes: number;
  /** Until a request has come whole. */
  readonly requestTimeoutMs: number;
}

/**
 * One HTTP request through the engine. Refuses by itself what no vendor's server would ever see. Callbacks instead
 * of promises: they are a good part of what a request costs.
 */
export function answerHttp(
  emulator: Emulator,
  limits: ServerLimits,
  message: IncomingMessage,
  response: ServerResponse,
  onError: (error: unknown) => void,
): void {
  const refusal = refuse(message);
  if (refusal !== undefined) return send(response, plain(...refusal));
  const target = readTarget(message.url ?? '/');
  if (target === undefined) return send(response, plain(400, 'The address cannot be read.'));
  if (hasDotSegment(target.path)) return send(response, plain(404, 'There is no such address.'));
  readBody(message, limits.maxBodyBytes, (body) => {
    if (body === undefined) {
      return send(response, plain(413, `The body is larger than ${limits.maxBodyBytes} bytes.`));
    }
    const request: EmulatedRequest = {
      method: message.method ?? 'GET',
      path: target.path,
      query: target.query,
      headers: message.headers as Headers,
      body,
      origin: `http://${message.headers.host}`,
    };
    try {
      send(response, emulator.handle(request));
    } catch (error: unknown) {
      onError(error);
      send(response, plain(500, 'The emulator failed. Its log says why.'));
    }
  });
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** A page of another site can make a browser send requests here, under a name of its own that leads here. */
function refuse({ headers, url }: IncomingMessage): readonly [number, string] | undefined {
  if (!loopback.test(headers.host ?? '')) return [403, 'The emulator answers to loopback names only.'];
  if (!url?.startsWith('/')) return [400, 'The address cannot be read.'];
  return undefined;
}

function readTarget(url: string): Pick<EmulatedRequest, 'path' | 'query'> | undefined {
  const mark = url.indexOf('?');
  try {
    if (mark < 0) return { path: decodeURIComponent(url), query: {} };
    const query = Object.fromEntries(new URLSearchParams(url.slice(mark + 1)));
    return { path: decodeURIComponent(url.slice(0, mark)), query };
  } catch {
    // decodeURIComponent throws on what is not percent-encoded UTF-8.
    return undefined;
  }
}

function hasDotSegment(path: string): boolean {
  return path.includes('/.') && /\/\.{1,2}(?:[/\\]|$)/.test(path);
}

const nothing = new Uint8Array();

/** Gives undefined when it is larger than allowed. A body that is cut off ends in nothing: nobody waits any more. */
function readBody(message: IncomingMessage, maxBytes: number, take: (body: Uint8Array | undefined) => void): void {
  const { 'content-length': announced, 'transfer-encoding': encoding } = message.headers;
  if (Number(announced ?? 0) > maxBytes) return take(undefined);
  if (announced === undefined && encoding === undefined) return take(nothing);
  const chunks: Buffer[] = [];
  let size = 0;
  message.on('data', (chunk: Buffer) => {
    const wasWithin = size <= maxBytes;
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else if (wasWithin) take(undefined);
  });
  message.on('end', () => {
    if (size <= maxBytes) take(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
}

const waiting: (() => void)[] = [];

/** Replies to requests that came together leave together: a client is woken once for all of them. */
function soon(write: () => void): void {
  if (waiting.push(write) === 1) setImmediate(flush);
}

function flush(): void {
  for (const write of waiting.splice(0)) write();
}

function send(response: ServerResponse, { status, headers, body }: EmulatedReply): void {
  if (body === undefined) {
    response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': 0 });
    return soon(() => response.end());
  }
  const isText = typeof body === 'string';
  // As a string it leaves in one piece with the head.
  const content = isText ? body : JSON.stringify(body);
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
  const length = Buffer.byteLength(content);
  response.writeHead(status, { 'content-type': type, ...headers, 'content-length': length });
  soon(() => response.end(content));
}

function plain(status: number, body: string): EmulatedReply {
  return { status, body };
}
