import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Address } from '../../core/addresses/address';
import { webUrl } from '../../core/addresses/webAddress';
import type { HeaderLine, Headers } from '../../core/http';

/** What came before the body. */
export interface BegunReply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: NodeJS.ReadableStream | null;
}

interface CallWithLines {
  readonly url: Address;
  readonly method: string;
  readonly headerLines: readonly HeaderLine[];
  readonly content: string | Buffer | undefined;
  readonly agent: http.Agent | undefined;
  readonly signal: AbortSignal;
}

/** Sends header lines as they stand: their order, their case, and each of one name by itself. */
export async function callWithLines(call: CallWithLines): Promise<BegunReply> {
  const { url, method, content, agent, signal } = call;
  const isSecure = webUrl(url)?.protocol === 'https:';
  const lines = wholeLines(call);
  // Whoever passes a plain call on to a proxy writes its head anew, and knows no lines.
  const headers = agent !== undefined && !isSecure ? grouped(lines) : lines.flatMap(({ name, value }) => [name, value]);
  const request = (isSecure ? https : http).request(url, { method, headers, signal, ...(agent && { agent }) });
  const begun = once(request, 'response') as Promise<[IncomingMessage]>;
  // What ends the call when the reply has begun ends its body, too.
  request.on('error', () => {});
  request.end(content);
  const [message] = await begun;
  const { statusCode = 0, statusMessage = '', rawHeaders } = message;
  return { status: statusCode, statusText: statusMessage, headers: joined(rawHeaders), body: message };
}

function wholeLines({ url, method, headerLines, content }: CallWithLines): readonly HeaderLine[] {
  const size = content === undefined ? 0 : Buffer.byteLength(content);
  const hasLength = size > 0 || /^(?:post|put|patch)$/i.test(method);
  return [
    { name: 'Host', value: webUrl(url)?.host ?? '' },
    ...headerLines,
    ...(hasLength ? [{ name: 'Content-Length', value: String(size) }] : []),
  ];
}

function grouped(lines: readonly HeaderLine[]): http.OutgoingHttpHeaders {
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const { name, value } of lines) {
    const one = byName.get(name.toLowerCase()) ?? { name, values: [] };
    one.values.push(value);
    byName.set(name.toLowerCase(), one);
  }
  return Object.fromEntries(
    [...byName.values()].map(({ name, values: [first = '', ...more] }) => [
      name,
      more.length > 0 ? [first, ...more] : first,
    ]),
  );
}

function joined(rawHeaders: readonly string[]): Headers {
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    const value = rawHeaders[at + 1] ?? '';
    const before = found.get(name);
    found.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(found);
}
