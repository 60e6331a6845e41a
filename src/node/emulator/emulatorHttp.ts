import type { IncomingMessage, ServerResponse } from 'node:http';
import { below } from '../../core/addresses/webAddress';
import type { EmulatedReply, EmulatedRequest } from '../../core/emulation';
import type { Headers } from '../../core/http';
import { illustrativeHeaders } from '../../core/replies/illustration';
import { sentContent } from '../../emulator/bodies/contentOf';
import { readQuery } from '../../emulator/bodies/readQuery';
import { healthOf, healthPath } from '../../emulator/control';
import { mostAnonymousBytes } from '../../emulator/limits';
import { worldHeader } from '../../emulator/worlds';
import type { EmulatorSite, EmulatorSites } from './emulatorSites';
import { foreignRefusal } from './foreignRefusal';
import type { Admission } from './serverReach';

export interface ServerLimits {
  readonly maxBodyBytes: number;
  /** Until a request has come whole. */
  readonly requestTimeoutMs: number;
}

/** What a server answers from. */
export interface AnswerPorts {
  readonly sites: EmulatorSites;
  readonly limits: ServerLimits;
  readonly admission: Admission;
  onError(error: unknown): void;
}

/**
 * One HTTP request through the engine. Refuses by itself what no vendor's server would ever see. Callbacks instead
 * of promises: they are a good part of what a request costs.
 */
export function answerHttp(
  { sites, limits, admission, onError }: AnswerPorts,
  message: IncomingMessage,
  response: ServerResponse,
): void {
  const admitted = admit(message, admission);
  if ('status' in admitted) {
    send(response, admitted);
    return;
  }
  if (admitted.path === healthPath) {
    send(response, { status: 200, body: healthOf(sites.providers) });
    return;
  }
  const site = sites.find(admitted.path, headerOf(message, worldHeader));
  if ('status' in site) {
    send(response, plain(site.status, site.message));
    return;
  }
  const target = site.cut === 0 ? admitted : { ...admitted, path: admitted.path.slice(site.cut) || '/' };
  const maxBytes = hasBody(message) ? limitOf(site, message, target, limits) : 0;
  readBody(message, maxBytes, (body) => {
    send(
      response,
      body === undefined ? tooLarge(maxBytes) : answer({ site, admission, onError }, message, target, body),
    );
  });
}

function limitOf(
  { emulator }: EmulatorSite,
  message: IncomingMessage,
  { path }: PathAndQuery,
  { maxBodyBytes }: ServerLimits,
): number {
  // Every call takes that much: which one it is need not be found out.
  const told = Number(message.headers['content-length']);
  if (told <= mostAnonymousBytes && told <= maxBodyBytes) return told;
  const own = emulator.bodyLimit({ method: message.method ?? 'GET', path, headers: headersOf(message) });
  return Math.min(maxBodyBytes, own);
}

type PathAndQuery = Pick<EmulatedRequest, 'path' | 'query'>;

function answer(
  {
    site: { emulator, prefix },
    admission,
    onError,
  }: Pick<AnswerPorts, 'admission' | 'onError'> & {
    readonly site: EmulatorSite;
  },
  message: IncomingMessage,
  { path, query }: PathAndQuery,
  body: Uint8Array,
): EmulatedReply {
  const headers = headersOf(message);
  const origin = admission.publicUrl ?? `${admission.scheme}://${headers['host']}`;
  const baseUrl = below(origin, prefix);
  try {
    const url = below(origin, message.url ?? '');
    return emulator.handle({ method: message.method ?? 'GET', path, query, headers, body, baseUrl, url });
  } catch (error: unknown) {
    onError(error);
    return plain(500, 'The emulator failed. Its log says why.');
  }
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Lower case names. Node keeps one header as a list, which only servers send. */
function headersOf({ headers }: IncomingMessage): Headers {
  const { 'set-cookie': cookies } = headers;
  return cookies === undefined ? (headers as Headers) : ({ ...headers, 'set-cookie': cookies.join(', ') } as Headers);
}

/** What is asked for, or why it is refused. */
function admit(message: IncomingMessage, admission: Admission): PathAndQuery | EmulatedReply {
  const { method, headers, rawHeaders, url = '' } = message;
  // Whoever stands in front may have looked at the other one.
  if (countOf(rawHeaders, 'host') > 1) return plain(400, 'There is more than one Host.');
  const refusal = foreignRefusal(method, headers, admission);
  if (refusal !== undefined) return plain(403, refusal);
  const target = url.startsWith('/') ? readTarget(url) : undefined;
  if (target === undefined) return plain(400, 'The address cannot be read.');
  return hasDotSegment(target.path) ? plain(404, 'There is no such address.') : target;
}

function countOf(rawHeaders: readonly string[], name: string): number {
  let count = 0;
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const raw = rawHeaders[place];
    if (raw?.length === name.length && raw.toLowerCase() === name) count += 1;
  }
  return count;
}

function readTarget(url: string): PathAndQuery | undefined {
  const mark = url.indexOf('?');
  try {
    if (mark < 0) return { path: decodePath(url), query: {} };
    return { path: decodePath(url.slice(0, mark)), query: readQuery(url.slice(mark + 1)) };
  } catch {
    // decodeURIComponent throws on what is not percent-encoded UTF-8.
    return undefined;
  }
}

/** A slash inside of a value stays encoded, or it would part the value in two. */
function decodePath(path: string): string {
  return path.includes('%') ? decodeURIComponent(path.replace(/%2F/gi, '%252F')) : path;
}

function hasDotSegment(path: string): boolean {
  return path.includes('/.') && /\/\.{1,2}(?:[/\\]|$)/.test(path);
}

const nothing = new Uint8Array();

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Gives undefined when it is larger than allowed. A body that is cut off ends in nothing: nobody waits any more. */
function readBody(message: IncomingMessage, maxBytes: number, take: (body: Uint8Array | undefined) => void): void {
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) take(undefined);
  else if (!hasBody(message)) take(nothing);
  else collect(message, maxBytes, take);
}

function collect(message: IncomingMessage, maxBytes: number, take: (body: Uint8Array | undefined) => void): void {
  let body: Uint8Array = nothing;
  let size = 0;
  message.on('data', (chunk: Buffer) => {
    const wasWithin = size <= maxBytes;
    const start = size;
    size += chunk.length;
    if (size <= maxBytes) body = appended(body, start, chunk);
    else if (wasWithin) take(undefined);
  });
  message.on('end', () => {
    if (size <= maxBytes) take(body.subarray(0, size));
  });
}

/** Copied as it comes, into twice the room when there is too little: putting all together at the end would take long. */
function appended(body: Uint8Array, size: number, chunk: Uint8Array): Uint8Array {
  if (size === 0) return chunk;
  const end = size + chunk.length;
  const roomy = end <= body.length ? body : Buffer.allocUnsafe(end * 2);
  if (roomy !== body) roomy.set(body.subarray(0, size));
  roomy.set(chunk, size);
  return roomy;
}

function send(response: ServerResponse, reply: EmulatedReply): void {
  if (reply.delayMs === undefined) write(response, reply);
  else setTimeout(() => write(response, reply), reply.delayMs).unref();
}

/** Half of what its head announces, and then nothing more. */
function breakOff(response: ServerResponse, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

function write(response: ServerResponse, { status, headers, body, isCut }: EmulatedReply): void {
  if (body === undefined) {
    response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': 0 });
    end(response, '');
    return;
  }
  // As a string it leaves in one piece with the head.
  const { content, type } = sentContent(body);
  const length = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  const own = { 'content-type': type, 'content-length': length };
  response.writeHead(
    status,
    headers === undefined ? own : { 'content-type': type, ...headers, 'content-length': length },
  );
  if (isCut) {
    breakOff(response, content);
    return;
  }
  end(response, content);
}

/** A connection that is closed on somebody who is still sending takes the answer along with it. */
function end(response: ServerResponse, content: string | Uint8Array): void {
  const { req } = response;
  if (req.complete || !hasBody(req)) {
    response.end(content);
    return;
  }
  response.flushHeaders();
  if (content.length > 0) response.write(content);
  req.once('end', () => response.end()).resume();
}

function tooLarge(maxBytes: number): EmulatedReply {
  return plain(413, `The body is larger than ${maxBytes} bytes.`);
}

/** In no API's words. */
function plain(status: number, body: string): EmulatedReply {
  return { status, headers: illustrativeHeaders(['status', 'message']), body };
}
