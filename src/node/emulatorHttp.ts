import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmulatedReply, EmulatedRequest } from '../core/emulation';
import type { Headers } from '../core/http';
import type { Emulator } from '../emulator/engine';

export interface ServerLimits {
  readonly maxBodyBytes: number;
  /** Until a request has come whole. */
  readonly requestTimeoutMs: number;
}

/** One HTTP request through the engine. Refuses by itself what no vendor's server would ever see. */
export async function answerHttp(
  emulator: Emulator,
  limits: ServerLimits,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal = refuse(message);
  if (refusal !== undefined) return send(response, plain(...refusal));
  const target = readTarget(message.url ?? '/');
  if (target === undefined) return send(response, plain(400, 'The address cannot be read.'));
  if (hasDotSegment(target.path)) return send(response, plain(404, 'There is no such address.'));
  const body = await readBody(message, limits.maxBodyBytes);
  if (body === undefined) return send(response, plain(413, `The body is larger than ${limits.maxBodyBytes} bytes.`));
  const request: EmulatedRequest = {
    method: message.method ?? 'GET',
    ...target,
    headers: message.headers as Headers,
    body,
    origin: `http://${message.headers.host}`,
  };
  send(response, emulator.handle(request));
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

/** Undefined when it is larger than allowed. */
function readBody(
  message: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | undefined> | Uint8Array | undefined {
  const { headers } = message;
  if (Number(headers['content-length'] ?? 0) > maxBytes) return undefined;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return nothing;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else resolve(undefined);
    });
    message.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    message.on('error', reject);
  });
}

function send(response: ServerResponse, { status, headers, body }: EmulatedReply): void {
  if (body === undefined) {
    response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': 0 }).end();
    return;
  }
  const isText = typeof body === 'string';
  const bytes = Buffer.from(isText ? body : JSON.stringify(body));
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers, 'content-length': bytes.length }).end(bytes);
}

function plain(status: number, body: string): EmulatedReply {
  return { status, body };
}
