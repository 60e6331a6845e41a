import type http from 'node:http';
import fetch from 'node-fetch';
import type {
  ConfirmedRequest,
  Headers,
  HttpBody,
  HttpClient,
  HttpLimits,
  HttpOutcome,
  ProxyFailure,
  Reply,
} from '../../core/http';
import { contentEncoding } from '../../core/replies/body/contentEncoding';
import { BodyCollector, EnoughTaken } from './bodyCollector';
import { CallClock } from './callClock';
import { callFailure } from './callFailure';
import { CallNotes } from './callNotes';
import { CallWatch } from './callWatch';
import { type BegunReply, callWithLines } from './callWithLines';
import { codeOf } from './httpFailure';
import { proxyRefusal } from './proxyRefusal';
import type { CallRoutes } from './routes/callRoutes';
import { directRoutes } from './routes/directRoutes';
import { unpack } from './unpack';

/** node-fetch behind the port: no redirect followed, every wait and every size limited. */
export function createHttpClient(routes: CallRoutes = directRoutes()): HttpClient {
  return { send: (request, limits, signal) => send(routes, request, limits, signal) };
}

async function send(
  routes: CallRoutes,
  request: ConfirmedRequest,
  limits: HttpLimits,
  signal: AbortSignal | undefined,
): Promise<HttpOutcome> {
  if (signal?.aborted) return { kind: 'failed', failure: { kind: 'cancelled' } };
  const watch = new CallWatch(limits, signal);
  const clock = new CallClock();
  const notes = new CallNotes();
  try {
    const { agent, proxy } = await routes.routeOf(request.url, request.tls);
    notes.proxy = proxy;
    // node-fetch would throw out of reach of any handler when a call with a body begins aborted.
    watch.signal.throwIfAborted();
    const response = await notes.during(() => clock.during(() => call(request, agent, watch.signal)));
    clock.answered();
    watch.connected();
    const { headers } = response;
    const refusal = proxyRefusal(notes, { url: request.url, status: response.status, headers });
    if (refusal !== undefined) return refuse(refusal, response, watch);
    const body = await readBody(response, { headers, limits, watch, clock });
    return { kind: 'replied', reply: replyOf(response, headers, body, clock) };
  } catch (error: unknown) {
    return { kind: 'failed', failure: watch.failure ?? callFailure(error, notes) };
  } finally {
    watch.end();
  }
}

/** What a proxy says beside its status is not read. */
function refuse(failure: ProxyFailure, { body }: BegunReply, watch: CallWatch): HttpOutcome {
  body?.on('error', () => {});
  watch.stop();
  return { kind: 'failed', failure };
}

async function call(
  { url, method, headers, headerLines, body }: ConfirmedRequest,
  agent: http.Agent | undefined,
  signal: AbortSignal,
): Promise<BegunReply> {
  const content = body && contentOf(body);
  // node-fetch says of itself what the lines do not, and joins those of one name.
  if (headerLines !== undefined) return callWithLines({ url, method, headerLines, content, agent, signal });
  const response = await fetch(url, {
    method,
    headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
    // node-fetch takes a packed body that is cut off for a whole one.
    compress: false,
    ...(content !== undefined && { body: content }),
    redirect: 'manual',
    signal,
    ...(agent && { agent }),
  });
  const { status, statusText } = response;
  // Lower case names; a header that came several times is joined with a comma.
  return { status, statusText, headers: Object.fromEntries(response.headers), body: response.body };
}

function contentOf({ text, bytes }: HttpBody): string | Buffer {
  return bytes === undefined ? text : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface BodyReading {
  readonly headers: Headers;
  readonly limits: HttpLimits;
  readonly watch: CallWatch;
  readonly clock: CallClock;
}

type Body = Pick<Reply, 'bytes' | 'incomplete' | 'whole'>;

/** What comes of the body. When it breaks off, what had come stays. */
async function readBody(response: BegunReply, reading: BodyReading): Promise<Body> {
  const { headers, limits, watch } = reading;
  const collector = new BodyCollector(limits, headers['content-type'] ?? '');
  const incomplete = await endOfBody(response, collector, reading);
  const collected = watch.failure === undefined ? await collector.finish() : undefined;
  if (collected !== undefined && watch.failure === undefined)
    return { ...collected, ...(incomplete && { incomplete }) };
  await collector.discard();
  throw new Error('The call was ended.');
}

/** Reads as much as is wanted. Unpacked bytes are counted: a small body may hold any number of them. */
async function endOfBody(
  response: BegunReply,
  collector: BodyCollector,
  { headers, limits, watch, clock }: BodyReading,
): Promise<Reply['incomplete']> {
  const { body } = response;
  if (body === null) return undefined;
  // node-fetch throws the end of a call at its body, also when nobody reads that any more.
  body.on('error', () => {});
  try {
    const take = async (bytes: Buffer) => {
      await collector.take(bytes);
      if (collector.isKept) watch.extend();
    };
    await unpack(body, contentEncoding(headers), take, (bytes) => clock.received(bytes));
    return undefined;
  } catch (error: unknown) {
    if (!(error instanceof EnoughTaken)) return isDamage(codeOf(error)) ? 'damaged' : 'cut';
    if (collector.isRefused) watch.abort({ kind: 'tooLarge', maxBytes: limits.maxBytes });
    else watch.stop();
    return undefined;
  }
}

/** Whether it could not be unpacked; one that ends too early is only cut off. */
function isDamage(code: string): boolean {
  return code !== 'Z_BUF_ERROR' && unpackingCode.test(code);
}

/** zlib's own codes, and Node's for Brotli. */
const unpackingCode = /^Z_|^ERR_(_ERROR_|BROTLI|ZLIB)|BROTLI/;

function replyOf({ status, statusText }: BegunReply, headers: Headers, body: Body, clock: CallClock): Reply {
  return {
    ...{ status, statusText, headers },
    ...body,
    ...clock.figures(),
  };
}
