import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HeaderLine, Headers } from '../../core/http';
import { waitsOutside } from '../waitingTimes';

/** A call as it came. */
export interface ReceivedCall {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names as they were spelled; of one that came several times, all values joined. */
  readonly headers: Headers;
  /** Each by itself, in the order in which they came. */
  readonly headerLines: readonly HeaderLine[];
  readonly body: Uint8Array;
}

export interface ReceiverAnswer {
  readonly status: number;
  readonly body: string;
}

export interface ReceiverOptions {
  /** 0 for a free one. */
  readonly port: number;
  answer(call: ReceivedCall): Promise<ReceiverAnswer>;
  readonly onError: (error: unknown) => void;
  readonly maxBytes?: number;
  /** Told of each that is larger. */
  readonly onTooLarge?: (maxBytes: number) => void;
}

export type OpenedReceiver =
  | { readonly kind: 'open'; readonly url: string; close(): Promise<void> }
  /** The system's code. */
  | { readonly kind: 'failed'; readonly code: string };

/** Signed documents may come along, in base64. */
const defaultMaxBytes = 25_000_000;
/** Takes events on this machine. What comes may be hostile: it is bounded, and pages of a browser are refused. */
export function openWebhookReceiver({
  port,
  answer,
  onError,
  maxBytes = defaultMaxBytes,
  onTooLarge = () => {},
}: ReceiverOptions): Promise<OpenedReceiver> {
  const limits = {
    requestTimeout: waitsOutside.eventMs,
    headersTimeout: waitsOutside.eventMs,
    maxHeaderSize: 32 * 1024,
  };
  const server = http.createServer(limits, (request, response) => {
    receive(request, response, { answer, maxBytes, onTooLarge }).catch((error: unknown) => {
      onError(error);
      write(response, { status: 500, body: 'The receiver failed.' });
    });
  });
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ kind: 'failed', code: error.code ?? error.message }),
    );
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      resolve({ kind: 'open', url, close: () => close(server) });
    });
  });
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, maxBytes, onTooLarge }: Required<Pick<ReceiverOptions, 'answer' | 'maxBytes' | 'onTooLarge'>>,
): Promise<void> {
  // A page that somebody visits must not be able to make up events; no API sends these.
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) {
    write(response, { status: 403, body: 'Events do not come from pages of a browser.' });
    return;
  }
  const body = await read(request, maxBytes);
  if (body === undefined) {
    onTooLarge(maxBytes);
    write(response, { status: 413, body: `The body is larger than ${maxBytes} bytes.` });
    return;
  }
  const { method = '', url = '' } = request;
  const headerLines = linesOf(request.rawHeaders);
  write(response, await answer({ method, target: url, headers: spelledHeaders(headerLines), headerLines, body }));
}

/** Undefined when it is larger than allowed. What does not tell its size is read to the end, and not kept. */
async function read(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > maxBytes ? undefined : Buffer.concat(chunks);
}

function linesOf(raw: readonly string[]): readonly HeaderLine[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [{ name, value: raw[at + 1] ?? '' }] : []));
}

function spelledHeaders(lines: readonly HeaderLine[]): Headers {
  const found = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const { name, value } of lines) {
    const one = found.get(name.toLowerCase()) ?? { name, values: [] };
    one.values.push(value);
    found.set(name.toLowerCase(), one);
  }
  return Object.fromEntries([...found.values()].map(({ name, values }) => [name, values.join(', ')]));
}

function write(response: ServerResponse, { status, body }: ReceiverAnswer): void {
  if (response.headersSent) return;
  // What a status may be, whoever answered.
  const safe = status >= 200 && status <= 599 ? status : 502;
  const isEmpty = safe === 204 || safe === 304;
  const content = Buffer.from(isEmpty ? '' : body);
  response.writeHead(
    safe,
    isEmpty ? {} : { 'content-type': 'text/plain; charset=utf-8', 'content-length': content.length },
  );
  const { req } = response;
  if (req.complete || isEmpty) {
    response.end(content);
    return;
  }
  // A connection that is closed on somebody who is still sending takes the answer along with it.
  response.write(content);
  req.once('end', () => response.end()).resume();
}

async function close(server: http.Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
