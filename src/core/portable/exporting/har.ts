import type { ReplyTiming } from '../../../protocol/reply';
import { pathAndQueryOf } from '../../addresses/webAddress';
import type { HistoryEntry, StoredOutcome, StoredRequest } from '../../history/entry';
import type { BodyPart } from '../../http';
import { headerLines } from '../../replies/shown/headerLines';
import { getAt, joinPointer } from '../../requests/pointer';

/** Who wrote the file. */
export interface HarCreator {
  readonly name: string;
  readonly version: string;
}

/**
 * The runs as a recording (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/). Secrets stay masked as they were
 * kept; what is not known of a time is -1. Names with an underscore are ours: by them an import finds back.
 */
export function harOf(entries: readonly HistoryEntry[], creator: HarCreator): object {
  const sent = entries.filter((entry) => entry.sent !== undefined);
  return { log: { version: '1.2', creator, entries: sent.map((entry) => harEntry(entry, entry.sent)) } };
}

function harEntry({ sentAt, outcome, operation, connection, request }: HistoryEntry, sent: StoredRequest | undefined) {
  const timings = harTimings(outcome);
  return {
    startedDateTime: new Date(sentAt).toISOString(),
    time: timeOf(timings),
    request: sent && harRequest(sent, request.body),
    response: harResponse(outcome),
    cache: {},
    timings,
    _operation: operation,
    _connection: connection,
  };
}

/** In milliseconds. The times of sending, waiting and receiving are demanded; sending is part of the waiting here. */
function harTimings(outcome: StoredOutcome) {
  const { timing, durationMs } = outcome.kind === 'replied' ? outcome : { timing: undefined, durationMs: 0 };
  const { lookupMs = -1, connectMs = -1, tlsMs = -1, waitingMs, downloadMs } = timing ?? noParts(durationMs);
  // By the specification the time of TLS is part of the time of connecting, too.
  const connect = connectMs < 0 ? connectMs : connectMs + Math.max(tlsMs, 0);
  return { blocked: -1, dns: lookupMs, connect, ssl: tlsMs, send: 0, wait: waitingMs, receive: downloadMs };
}

function noParts(durationMs: number): ReplyTiming {
  return { waitingMs: durationMs, downloadMs: 0 };
}

/** What the specification demands: the sum of all that is known but TLS, which is counted in connecting. */
function timeOf({ ssl: _ssl, ...parts }: ReturnType<typeof harTimings>): number {
  return Object.values(parts).reduce((sum, part) => sum + Math.max(part, 0), 0);
}

function harRequest({ method, url, headers, body, parts, isCut }: StoredRequest, values: unknown) {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headerLines(headers),
    queryString: queryOf(url),
    headersSize: -1,
    bodySize: body === undefined ? 0 : -1,
    ...(body !== undefined && {
      postData: {
        mimeType: headers['content-type'] ?? '',
        ...(parts === undefined ? { text: body } : { params: parts.map((part) => harParam(part, values)) }),
        ...(isCut && { comment: 'Only the beginning of the body was kept.' }),
      },
    }),
  };
}

/** Content that stands in the request itself goes along as it stands there. */
function harParam(part: BodyPart, values: unknown) {
  if (part.kind === 'text') return { name: part.name, value: part.value };
  const { name, fileName, mediaType, path } = part;
  const value = path === undefined ? getAt(values, joinPointer('', name)) : undefined;
  return {
    name,
    fileName,
    contentType: mediaType,
    ...(path !== undefined && { _path: path }),
    ...(typeof value === 'string' && { value }),
  };
}

/** A run without a reply has a response of status 0, as browsers write it. */
function harResponse(outcome: StoredOutcome) {
  const common = { httpVersion: 'HTTP/1.1', cookies: [], redirectURL: '', headersSize: -1, bodySize: -1 };
  if (outcome.kind === 'failed') {
    const content = { size: 0, mimeType: 'x-unknown' };
    return { ...common, status: 0, statusText: '', headers: [], content, _error: outcome.problem.kind };
  }
  const { status, statusText, headers, body, size, wireSize, truncated } = outcome;
  return {
    ...common,
    bodySize: wireSize ?? -1,
    status,
    statusText,
    headers: headerLines(headers),
    redirectURL: headers['location'] ?? '',
    content: {
      size,
      mimeType: headers['content-type'] ?? 'x-unknown',
      text: body,
      ...(truncated && { comment: 'Only a part of the body was kept.' }),
    },
  };
}

function queryOf(url: string) {
  const [, query = ''] = pathAndQueryOf(url).split('?');
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}
